import { expect, test } from "vitest";
import { openvzPackage } from "#lib/facts/software/package";

test.each([
	["vzctl-7.0.205.5-1.vz7.x86_64", "vzctl", "7.0.205.5"],
	["libvzctl-7.0.530.1-1.vz7.x86_64", "libvzctl", "7.0.530.1"],
	["ploop-7.0.140.2-1.vz7.x86_64", "ploop", "7.0.140.2"],
	["prl-disp-service-7.0.976.8-1.vz7.x86_64", "prl-disp-service", "7.0.976.8"],
	["openvz-release-7.0.11-3.vz7.x86_64", "openvz-release", "7.0.11"],
	["prl-disp-backup-7.0.40-1.vz7.x86_64", "prl-disp-backup", "7.0.40"],
	["prl-disk-tool-7.0.45-1.vz7.x86_64", "prl-disk-tool", "7.0.45"],
	["pdrs-7.0.20-1.vz7.x86_64", "pdrs", "7.0.20"],
	["libvzlic-7.0.30-1.vz7.x86_64", "libvzlic", "7.0.30"],
	["vstorage-ui-1.3.1-1.vz7.noarch", "vstorage-ui", "1.3.1"],
	["vzpkgenv41x9-7.0.2-1.vz7.x86_64", "vzpkgenv41x9", "7.0.2"],
	["vzpkgenvdeb4x9x64-7.0.2-1.vz7.x86_64", "vzpkgenvdeb4x9x64", "7.0.2"],
	["vcmmd-7.0.172-1.vz7.x86_64", "vcmmd", "7.0.172"],
	["readykernel-1.14-1.vz7.noarch", "readykernel", "1.14"],
	["readykernel-patch-96.21-89.2-1.vl7.x86_64", "readykernel-patch", "96.21-89.2"],
	["libvirt-4.5.0-10.vz7.10.1.x86_64", "libvirt", "4.5.0-10.vz7.10.1"],
	["qemu-kvm-vz-2.12.0-18.6.3.vz7.21.6.x86_64", "qemu-kvm-vz", "2.12.0-18.6.3.vz7.21.6"],
	["vzkernel-3.10.0-957.12.2.vz7.96.21.x86_64", "vzkernel", "3.10.0-957.12.2.vz7.96.21"],
	["vzkernel-5.14.0-427.22.1.vz9.62.2.x86_64", "vzkernel", "5.14.0-427.22.1.vz9.62.2"],
	["vzkernel-2.6.32-042stab076.8.x86_64", "vzkernel", "2.6.32-042stab076.8"],
	["ovzkernel-2.6.18-348.4.1.el5.028stab107.2", "ovzkernel", "2.6.18-348.4.1.el5.028stab107.2"],
	["ovzkernel-PAE-2.6.18-348.4.1.el5.028stab107.2", "ovzkernel-pae", "2.6.18-348.4.1.el5.028stab107.2"],
	["vzctl-4.3-1.x86_64", "vzctl", "4.3"],
	["vzctl-3.0.30-1", "vzctl", "3.0.30"],
	["ploop-lib-1.7-1.x86_64", "ploop-lib", "1.7"],
	["vzquota-3.1-1.x86_64\n", "vzquota", "3.1"],
])("%s is %s %s", (nevra, name, version) => {
	expect(openvzPackage(nevra)).toEqual({ name, version });
});

test.each([
	"bash-4.2.46-31.vl7.x86_64",
	"zabbix-agent-4.0.12-1.el7.x86_64",
	"acme-internal-tools-1.0-1.noarch",
	"gpg-pubkey-f4a80eb5-53a7ff4b",
	"kernel-2.6.32-358.6.1.el6.x86_64",
	"libvirt-4.5.0-36.el7_9.5.x86_64",
	"libvirt-4.5.0-10.acme.x86_64",
	"vzkernel-3.10.0-1160.105.1.vz7.214.3.aip7.x86_64",
	"vzctl-acme-1.x86_64",
	"vzctl",
	"",
	"vzctl-4.3",
	"constructor-1.0-1",
])("%s is not OpenVZ's", (nevra) => {
	expect(openvzPackage(nevra)).toBeNull();
});
