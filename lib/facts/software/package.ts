/** OpenVZ's own packages and their versions, from lines of `rpm -qa`. Other packages are only counted. */

import { cleanText } from "../text";
import { kernelOf } from "./kernel";

/** Names that only OpenVZ has. */
export const ownPackages: ReadonlySet<string> = new Set(
	`
	openvz-release openvz-logos virtuozzo-release vzlinux-release vzctl vzctl-core vzctl-lib vzquota vzstats ploop ploop-lib
	ploop-backup libvzctl libvzevent libvzsock libvztt vztt vztt-lib vzpkgenv vzmigrate vztransmit vzutils vzstat vztop vzmktmpl
	vzevent vznetstat vznetcfg vzfs vzlicutils vzreport vzrpm vzyum vzlinux-utils vzprocps vz-cpupools cpupools prlctl prl-disp-service
	prl-disp-legacy prl-backup-compat prl-backup prl-vzvncserver prl-vcmmd-policies prl-vzlicutils libprlsdk libprlsdk-python
	libprlsdk-headers libprlcommon libprlxmlmodel libprl-backup-compat disp-helper cep-scripts vcmmd vcmmd-policies
	libvcmmd libvzlic python-vcmmd prl-disp-backup prl-disk-tool pdrs vstorage-ui readykernel readykernel-scan readykernel-anaconda-addon pfcached pfcache phaul p.haul libcompel
	libphaul spfs vz-guest-tools-win vz-guest-tools-lin vz-guest-tools-updater vz-docs vzdev vzstorage-tools shaman
	vstorage-client vstorage-ctl vstorage-libs-shared vstorage-chunk-server vstorage-metadata-server vstorage-iscsi vstorage-www
	vstorage-ui-agent vstorage-ui-backend vzmonitor vzlicmon crash-vz vzdump vznetworking hw-probe-vz
	`
		.trim()
		.split(/\s+/),
);

/** Kernels: the release is what matters, and only those of known form are OpenVZ's. */
const kernels = /^(vzkernel|ovzkernel)(?:-(PAE|ent|xen|debug))?$/;
/** Names of others that are OpenVZ's where their release says so. */
export const rebuiltPackages: ReadonlySet<string> = new Set(
	`libvirt libvirt-daemon libvirt-daemon-kvm libvirt-client libvirt-python qemu-kvm-vz qemu-img-vz qemu-kvm-common-vz qemu-kvm qemu-img criu crit
	python-criu python-ploop ksmtuned`.split(/\s+/),
);

/** Tools for templates, by the package manager that they are for: vzpkgenv41x9, vzpkgenvdeb4x9x64. */
const pkgenv = /^vzpkgenv(deb)?\d{1,3}(s\d{1,2})?(x\d{1,2}){0,2}(x64)?$/;

const nvra = /^([A-Za-z0-9][A-Za-z0-9._+-]*)-([^-]+)-([^-]+?)(?:\.(?:x86_64|i[3-6]86|noarch|src))?$/;
const digits = /^\d{1,6}(?:\.\d{1,6}){0,5}$/;
const rebuild = /^\d{1,4}(?:\.\d{1,4}){0,5}\.(?:vz|ovz|vl)\d{1,2}(?:\.\d{1,4}){0,3}$/;

/** Most packages are others': their names are all that is looked at. */
export function isOurs(nevra: string): boolean {
	const name = nevra.slice(0, nevra.lastIndexOf("-", nevra.lastIndexOf("-") - 1)).trim();
	return (
		ownPackages.has(name) ||
		pkgenv.test(name) ||
		rebuiltPackages.has(name) ||
		name.startsWith("readykernel-patch-") ||
		kernels.test(name)
	);
}

/**
 * Key and version of one of OpenVZ's packages. The release of the package is part of the version where it names a
 * build: for kernels, and for what OpenVZ rebuilds from others. `null` for all other packages.
 */
export function openvzPackage(nevra: string): { name: string; version: string } | null {
	if (!isOurs(nevra)) return null;
	// The longest names are kernels', well below; `gpg-pubkey-...` is in no list.
	const [, name = "", version = "", release = ""] = nvra.exec(cleanText(nevra) ?? "") ?? [];
	const kernel = kernels.exec(name);
	if (kernel) {
		const known = kernelOf(`${version}-${release}`).version ?? kernelOf(`${version}.${release}`).version;
		return known === null ? null : { name: name.toLowerCase(), version: known };
	}
	if (!digits.test(version)) return null;
	const patched = /^readykernel-patch-(\d{1,4}\.\d{1,4})$/.exec(name)?.[1];
	if (patched !== undefined) return { name: "readykernel-patch", version: `${patched}-${version}` };
	if (ownPackages.has(name) || pkgenv.test(name)) return { name, version };
	return rebuiltPackages.has(name) && rebuild.test(release) ? { name, version: `${version}-${release}` } : null;
}
