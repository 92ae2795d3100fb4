/** Which file system stores containers and virtual machines. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "vz-filesystem",
	section: "simfs",
	unit: "hosts",
	page: "disks",
	place: 8,
	labels: {
		ext3: "ext3",
		ext4: "ext4",
		simfs: "simfs",
		vzfs: "VZFS",
		xfs: "XFS",
		btrfs: "Btrfs",
		zfs: "ZFS",
		nfs: "NFS",
		reiserfs: "ReiserFS",
		gfs2: "GFS2",
		jfs: "JFS",
		ext2: "ext2",
		f2fs: "F2FS",
		bcachefs: "bcachefs",
		ocfs2: "OCFS2",
		glusterfs: "GlusterFS",
		ceph: "CephFS",
		cifs: "CIFS",
		lustre: "Lustre",
		vstorage: "Virtuozzo Storage",
		overlay: "OverlayFS",
		tmpfs: "tmpfs",
	},
	tally: ({ filesystem }) => hostIn(filesystem),
});
