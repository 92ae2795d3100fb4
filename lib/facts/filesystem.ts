/** File systems by the names the kernel gives them in /proc/mounts. */
import { cleanText } from "./text";

/** The closed list of keys, without `other`. */
export const filesystems: ReadonlySet<string> = new Set([
	...["ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "simfs", "vzfs", "reiserfs", "jfs", "f2fs", "bcachefs"],
	...["nfs", "gfs2", "ocfs2", "glusterfs", "ceph", "cifs", "lustre", "vstorage", "overlay", "tmpfs"],
]);

/** Older and longer names of the same. */
const aliases: Readonly<Record<string, string>> = {
	nfs4: "nfs",
	gfs: "gfs2",
	"fuse.glusterfs": "glusterfs",
	"fuse.ceph": "ceph",
	"fuse.vstorage": "vstorage",
	"fuse.pstorage": "vstorage",
	pstorage: "vstorage",
	ext4dev: "ext4",
};

/** `null` when absent, `other` for one that the list does not know. */
export function filesystem(name: string | null): string | null {
	const type = cleanText(name)?.toLowerCase() ?? null;
	if (type === null) return null;
	const key = (Object.hasOwn(aliases, type) ? aliases[type] : undefined) ?? type;
	return filesystems.has(key) ? key : "other";
}
