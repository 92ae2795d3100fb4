/** Which file system containers and machines lie on. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "vz-filesystem",
	section: "simfs",
	unit: "hosts",
	page: "disks",
	place: 8,
	title: { en: "File systems under /vz", ru: "Файловые системы под /vz" },
	about: {
		en: "Hosts by the file system that holds their containers and virtual machines. A host that does not name it is in the base only.",
		ru: "Распределение серверов по файловой системе, на которой лежат контейнеры и виртуальные машины. Если сервер её не назвал, он учитывается только в общем числе.",
	},
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
