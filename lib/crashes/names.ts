/**
 * Which names of a crash report may be kept: anybody can send any. Components of others are kept by a list of what
 * Enterprise Linux and EPEL ship, so that the name of a private program is `other`.
 */
import { ownPackages, rebuiltPackages } from "#lib/facts/software/package";

const kernelComponent = "kernel";
export const otherComponent = "other";

const kernelNames = /^(?:kernel|vzkernel|ovzkernel)(?:-unpackaged)?$/;

/** Source packages: abrt names a component so. */
const distributionPackages: ReadonlySet<string> = new Set(
	`
	389-ds-base abrt accountsservice acl alsa-lib anaconda apr apr-util at atop attr audit augeas authconfig autofs avahi
	bacula bash bcache-tools bind binutils bluez boost brltty btrfs-progs busybox bzip2 ca-certificates ceph checkpolicy
	chrony cifs-utils clamav cloud-init cockpit collectd colord containerd coreutils corosync cpio cpuid crash cronie
	cryptsetup cups curl cyrus-imapd cyrus-sasl dbus dbus-broker dbus-glib dbus-python dconf device-mapper-multipath
	device-mapper-persistent-data dhcp diffutils dmidecode dmraid dnf dnsmasq docker docker-ce dosfstools dovecot dracut
	drbd e2fsprogs ebtables ed edac-utils efibootmgr elfutils emacs ethtool evolution-data-server exim expat fail2ban
	fcoe-utils file findutils firefox firewalld flatpak fontconfig freeipmi freeradius fuse fwupd gawk gcc gdb gdbm gdm
	geoclue2 gettext git glances glib2 glibc glusterfs gnome-keyring gnome-shell gnupg2 gnutls golang gperftools gpm grep
	grub2 gssproxy gtk3 gvfs gzip haproxy hdparm hostname htop httpd hwdata ibus icinga icinga2 initscripts iotop ipa
	ipcalc iperf iperf3 ipmitool iproute ipset iptables iptraf-ng iputils ipvsadm ipxe irqbalance iscsi-initiator-utils
	java-1.8.0-openjdk java-11-openjdk java-17-openjdk java-21-openjdk jq json-c kbd keepalived kexec-tools keyutils kmod
	kpatch krb5 ksh ledmon less libaio libcap libcgroup libdnf libedit libevent libffi libgcrypt libguestfs libmicrohttpd
	libnl3 libpcap libreport libreswan librepo libselinux libsemanage libsepol libsolv libssh libssh2 libtirpc libusbx libuv
	libvirt libxml2 libxslt lighttpd linuxptp lldpad llvm lm_sensors logrotate logwatch lshw lsof lsscsi lua lvm2 lz4 lzop
	mailx mariadb mcelog mdadm mdmonitor mediawiki memcached microcode_ctl mlocate ModemManager mod_ssl mongodb monit
	mpathconf msmtp mtr munin mutt mysql nagios nano ncurses net-snmp net-tools netcf nettle network-scripts
	NetworkManager nfs-utils nfs4-acl-tools nginx nmap nodejs nrpe nss nss_ldap nss-pam-ldapd ntp numactl numad nvme-cli
	oddjob opendkim openldap openscap openssh openssl openvpn openvswitch p11-kit pacemaker PackageKit pam parted patch
	pciutils pcp pcre pcs perl perf php pinentry plymouth podman policycoreutils polkit polkit-qt popt portreserve postfix
	postgresql postgresql-server powertop ppp procps procps-ng proftpd psmisc pure-ftpd puppet pykickstart python python2
	python3 python3.6 python3.9 python3.11 python3.12 qemu qemu-kvm quagga quota rabbitmq-server radvd rasdaemon rdma
	rdma-core readline realmd redis rng-tools rpcbind rpm rrdtool rsync rsyslog ruby runc salt samba sanlock satyr screen
	sed selinux-policy setroubleshoot setools sg3_utils shadow-utils slang smartmontools snapper socat spamassassin
	spice-server sqlite squid sssd star strace strongswan stunnel subscription-manager sudo supervisor sysstat system-storage-manager
	systemd systemtap tar targetcli tboot tcp_wrappers tcpdump tcsh telnet thunderbird time tmux tomcat tpm2-tools
	traceroute tuned tzdata udev udisks2 unbound unixODBC unzip upower usb_modeswitch usbguard usbutils util-linux varnish
	vim virt-manager virt-viewer virt-what vsftpd wget wireshark wpa_supplicant xauth xfsdump xfsprogs xinetd xmlsec1 xorg-x11-server
	xz yum yum-utils zabbix zfs zlib zsh zstd
	`
		.trim()
		.split(/\s+/),
);

export interface Component {
	/** `kernel`, OpenVZ's own, one of the distribution's, or `other`. */
	name: string;
	/** Whether its functions may be named: those of OpenVZ's own programs and of the kernel. */
	isOwn: boolean;
}

export function componentOf(sent: string): Component {
	if (kernelNames.test(sent)) return { name: kernelComponent, isOwn: true };
	if (ownPackages.has(sent) || rebuiltPackages.has(sent)) return { name: sent, isOwn: true };
	return { name: distributionPackages.has(sent) ? sent : otherComponent, isOwn: false };
}

const functionPattern = /^[A-Za-z_][\w.:<>~]{0,127}$/;

/** Functions in which every crash ends, of the kernel: the first function that is none of them is where it happened. */
const kernelWrappers = matching(`
	dump_stack dump_stack_lvl show_stack show_regs show_trace* warn_slowpath_* __warn warn_on_slowpath report_bug fixup_bug
	panic nmi_panic oops_* __oops* die __die __die_body die_addr no_context pgtable_bad bad_area bad_area_* __bad_area*
	__do_page_fault do_page_fault trace_do_page_fault page_fault async_page_fault do_async_page_fault exc_page_fault
	asm_exc_* exc_invalid_op handle_bug do_user_addr_fault do_kern_addr_fault page_fault_oops do_trap do_trap_no_signal
	do_error_trap do_invalid_op invalid_op do_general_protection general_protection exc_general_protection do_divide_error
	divide_error do_int3 int3 do_debug debug error_entry crash_kexec __crash_kexec machine_kexec kexec_* bust_spinlocks
	sysrq_handle_* __handle_sysrq write_sysrq_trigger watchdog_timer_fn watchdog_overflow_callback __perf_event_overflow
	perf_event_overflow intel_pmu_handle_irq perf_event_nmi_handler nmi_handle do_nmi nmi end_repeat_nmi print_* rcu_dump_cpu_stacks
	check_cpu_stall rcu_check_callbacks arch_trigger_* nmi_trigger_* lockdep_* __might_sleep ___might_sleep __schedule_bug
	_unknown_ save_stack* __stack_chk_fail
`);

/** The same of programs: how they end themselves, and what the C library does before. */
const programWrappers = matching(`
	raise __GI_raise gsignal abort __GI_abort __assert_fail __assert_fail_base __assert_perror_fail __GI___assert_fail
	__pthread_kill* pthread_kill* kill __kill __libc_message malloc_printerr __fortify_fail* __chk_fail __stack_chk_fail*
	__libc_fatal __restore_rt _int_malloc _int_free _int_realloc malloc free calloc realloc cfree __libc_malloc __libc_free
	__memcpy* __memmove* __memset* __strlen* __strcmp* memcpy memmove memset strlen strcmp strcpy __cxa_throw
	__cxa_rethrow __gxx_personality_v0 std::terminate* __cxxabiv1::* g_log g_logv g_assertion_message* g_malloc* g_free
	qt_message_fatal QMessageLogger::fatal
`);

/** `oops_*` stands for all that begin so. */
function matching(list: string): (name: string) => boolean {
	const words = list.trim().split(/\s+/);
	const names = new Set(words.filter((word) => !word.endsWith("*")));
	const beginnings = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
	return (name) => names.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
}

/** Whether a function says where it happened, and may be kept. */
export const isTellingInKernel = (name: string) => functionPattern.test(name) && !kernelWrappers(name);
export const isTellingInProgram = (name: string) => functionPattern.test(name) && !programWrappers(name);

/** Of the languages in which OpenVZ's own tools are written. Others are not kept: anybody can invent one. */
const exceptions: ReadonlySet<string> = new Set(
	`
	ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError ChildProcessError
	ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError EOFError EnvironmentError Exception
	FileExistsError FileNotFoundError FloatingPointError GeneratorExit IOError ImportError IndentationError IndexError
	InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
	NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError
	ReferenceError RuntimeError StopIteration SyntaxError SystemError SystemExit TabError TimeoutError TypeError
	UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError ZeroDivisionError libvirtError
	libvirt.libvirtError dbus.exceptions.DBusException subprocess.CalledProcessError subprocess.TimeoutExpired
	socket.error socket.timeout json.decoder.JSONDecodeError
	`
		.trim()
		.split(/\s+/),
);

export const isKnownException = (name: string) => exceptions.has(name);
