/** File systems by the names the kernel gives them in /proc/mounts. */
import { cleanText } from "./text";

/** Every key there is, but `other`. */
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

/** `null` when nothing is said, `other` for what the list does not know. */
export function filesystem(name: string | null): string | null {
	const said = cleanText(name)?.toLowerCase() ?? null;
	if (said === null) return null;
	const own = (Object.hasOwn(aliases, said) ? aliases[said] : undefined) ?? said;
	return filesystems.has(own) ? own : "other";
}
