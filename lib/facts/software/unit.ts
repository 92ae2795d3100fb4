/**
 * Names of systemd units that say nothing about their owner: units of OpenVZ, EL 7 to 9, EPEL and well-known free
 * software. Names that people choose themselves are not in the list, so they cannot be published.
 */
import { cleanText } from "../text";

/** Without the type; templates by the part before `@`. */
export const unitNames: ReadonlySet<string> = new Set(
	`
	vz vzctl vzevent vzfs vzeventd vzmond vzmdest vznetcfg vzstats vz-network vzlicmonitor vzlicupdate vz-cpupools cpupools
	vzmigrate vzcompact vzmonitor prl-disp prl_disp prl-disp-legacy prlfsd prl_naptd prl-backup-compat prl-vzvncserver
	parallels-server vcmmd vcmmd-init pfcached pcompact pcompact-timer disp-helper disp_helper readykernel readykernel-autoupdate
	ksmtuned ksm ksm-vz numad spfs criu phaul p.haul vstorage-mount vstorage-ui-backend vstorage-ui-agent vstorage-csd
	vstorage-mdsd vstorage-iscsid vstorage-target-manager vstorage-clientd vstorage-fuse vstorage-disk-monitor shamand shaman
	hw-probe rhn-virtualization-host vz-guest-tools-updater vzquota vzlinux-updates dispatcher crash-reporter

	auditd chronyd chrony-wait crond atd rsyslog sshd sshd-keygen sshd-keygen.target irqbalance lvm2-monitor lvm2-lvmetad
	lvm2-lvmpolld lvm2-pvscan mdmonitor mdmonitor-oneshot mdadm microcode networkmanager networkmanager-dispatcher
	networkmanager-wait-online network tuned libvirtd libvirt-guests virtlockd virtlogd virtqemud virtnetworkd virtnodedevd
	virtinterfaced virtnwfilterd virtsecretd virtstoraged virtproxyd virtlxcd virtlockd-admin virtlogd-admin virtvboxd virtxend
	libvirtd-ro libvirtd-admin libvirtd-tcp libvirtd-tls qemu-guest-agent qemu-pr-helper ksm-control-scripts getty serial-getty
	console-getty container-getty autovt debug-shell dbus dbus-broker dbus-daemon dbus-org.freedesktop.networkmanager
	dbus-org.freedesktop.nm-dispatcher dbus-org.freedesktop.modemmanager1 dbus-org.fedoraproject.firewalld1
	dbus-org.freedesktop.timedate1 dbus-org.freedesktop.login1 dbus-org.freedesktop.resolve1 dbus-org.freedesktop.network1
	dbus-org.freedesktop.oom1 dbus-org.freedesktop.avahi kdump smartd smartmontools rngd haveged polkit udisks2 accounts-daemon
	abrtd abrt-ccpp abrt-oops abrt-vmcore abrt-xorg abrt-journal-core abrt-pstoreoops postfix sendmail sm-client exim dovecot
	opensm opafm rdma rdma-ndd rdma-load-modules rdma-hw multipathd multipathd-configure iscsi iscsid iscsi-init iscsi-onboot iscsi-starter
	iscsi-shutdown iscsiuio fcoe lldpad lldpd open-vm-tools vmtoolsd vgauthd hypervkvpd hypervvssd hypervfcopyd hv_kvp_daemon
	bluetooth cups cups-browsed avahi-daemon colord modemmanager rtkit-daemon wpa_supplicant upower switcheroo-control
	import-state loadmodules nis-domainname selinux-autorelabel-mark rhel-autorelabel rhel-autorelabel-mark rhel-configure
	rhel-dmesg rhel-domainname rhel-import-state rhel-loadmodules rhel-readonly rhsm rhsmcertd rhnsd dnf-makecache
	dnf-automatic dnf-automatic-install dnf-automatic-download dnf-automatic-notifyonly yum-cron packagekit systemd-readahead-collect
	systemd-readahead-drop systemd-readahead-replay systemd-timesyncd systemd-networkd systemd-networkd-wait-online
	systemd-resolved systemd-homed systemd-userdbd systemd-oomd systemd-pstore systemd-boot-update systemd-remount-fs
	systemd-network-generator systemd-journald systemd-udevd systemd-logind systemd-machined systemd-nspawn
	systemd-tmpfiles-clean systemd-sysext systemd-bless-boot systemd-time-wait-sync systemd-journal-upload systemd-journal-remote
	systemd-journal-gatewayd systemd-machine-id-commit fstrim e2scrub_all e2scrub_reap logrotate man-db man-db-cache-update mlocate-updatedb plocate-updatedb
	unbound-anchor raid-check mdcheck_start mdcheck_continue mdmonitor-oneshot xfs_scrub_all xfs_scrub btrfs-scrub sysstat
	sysstat-collect sysstat-summary sysstat-rotate sssd sssd-kcm sssd-nss sssd-pam oddjobd realmd nslcd nscd winbind smb nmb
	nfs nfs-server nfs-client nfs-lock nfs-idmap nfs-idmapd nfs-mountd nfs-blkmap nfs-convert nfs-config rpcbind rpc-statd
	rpc-statd-notify rpc-gssd rpc-svcgssd rpc-idmapd gssproxy autofs quotaon rpc-rquotad ntpd ntpdate ptp4l phc2sys timemaster
	multi-user graphical default reboot ctrl-alt-del remote-fs remote-cryptsetup machines cloud-init cloud-init-local
	cloud-config cloud-final cloud-init-hotplugd acpid apmd cpupower mcelog mcelogd rasdaemon edac ipmi ipmievd ipmidetectd
	bmc-watchdog ipmiutil_wdt watchdog kmod-static-nodes kpatch kpatch-dkms dkms zfs-import-cache zfs-import-scan zfs-mount zfs-share zfs-zed
	zfs-import zfs-volumes zfs-volume-wait zfs plymouth-quit plymouth-start initial-setup initial-setup-text initial-setup-reconfiguration
	firstboot-graphical vdo blk-availability dm-event stratisd ledmon lm_sensors fancontrol sensors brandbot arp-ethers
	bridge-setup teamd netcf-transaction ebtables iptables ip6tables ipset nftables firewalld fail2ban denyhosts sshguard csf lfd
	crowdsec ufw shorewall shorewall6 fwsnort psad rkhunter aide tripwire clamd clamd.scan clamd.amavisd clamav-daemon
	clamav-freshclam freshclam clamonacc maldet ossec-hids wazuh-agent osqueryd auditbeat suricata snort

	httpd htcacheclean nginx lighttpd caddy haproxy varnish squid keepalived mysqld mariadb mysql postgresql mongod redis
	redis-sentinel valkey memcached rabbitmq-server elasticsearch kibana logstash filebeat metricbeat packetbeat heartbeat-elastic
	opensearch grafana-server prometheus alertmanager node_exporter prometheus-node-exporter libvirt_exporter smartctl_exporter
	blackbox_exporter mysqld_exporter process-exporter cadvisor influxdb telegraf chronograf kapacitor collectd statsd netdata
	zabbix-agent zabbix-agent2 zabbix-server zabbix-proxy munin-node munin-cgi-graph munin-asyncd nagios nrpe nsca nsclient icinga2 icinga check-mk-agent
	check_mk xinetd monit snmpd snmptrapd sensu-agent datadog-agent newrelic-infra td-agent td-agent-bit fluentd fluent-bit
	vector graylog-sidecar syslog-ng glances cockpit cockpit-motd webmin usermin puppet puppetserver salt-minion salt-master
	chef-client cf-execd cf-serverd cf-monitord ansible-pull cfengine3 rundeckd foreman-proxy

	openvpn openvpn-client openvpn-server strongswan strongswan-starter strongswan-swanctl ipsec wg-quick tinc zerotier-one
	tailscaled nebula n2n xl2tpd pptpd vtund stunnel tor named named-chroot unbound dnsmasq pdns pdns-recursor dnsdist knot
	dhcpd dhcpd6 dhcrelay radvd bird bird6 frr zebra bgpd ospfd quagga exabgp radiusd tftp vsftpd proftpd pure-ftpd rsyncd
	docker docker-storage-setup containerd podman podman-restart podman-auto-update crio kubelet kube-proxy k3s k3s-agent etcd flanneld
	lxc lxcfs lxd lxd-agent incus ceph ceph-osd ceph-mon ceph-mgr ceph-mds ceph-radosgw ceph-volume ceph-crash ceph-fuse glusterd glusterfsd
	glustereventsd corosync corosync-qdevice pacemaker pacemaker_remote pcsd sbd drbd dlm lvmlockd clvmd ctdb ricci cman
	rgmanager heartbeat gfs2 bacula-fd bacula-dir bacula-sd bareos-fd bareos-sd bareos-dir amanda r1soft cdp-agent urbackupclientbackend veeamservice
	acronis_mms duplicati borgmatic restic rclone syncthing minio gitlab-runner gitlab-runsvdir jenkins gitea teamcity
	openipmi dsm_om_connsvc dsm_om_shrsvc dataeng dsm_sa_datamgrd dsm_sa_eventmgrd hp-health hp-snmp-agents hpssa hp-asrd amsd ams smad_rev
	smad cpqidad cpqscsid msm_profile vivaldiframeworkd lsi_mrdsnmpd megaraid-sas-status tw_cli stor_agent arcconf isptask
	whoopsie apport unattended-upgrades apt-daily apt-daily-upgrade ondemand rsync ssh cron anacron ntp openntpd networking
	ifup ifplugd resolvconf apparmor snapd snapd.seeded lvm2-lvmetad mdadm-raid qemu-kvm dropbear uuidd tmp usbguard usbmuxd
	pcscd spice-vdagentd gpm kbd keyboard-setup console-setup setvtrgb lightdm gdm sddm kdm display-manager xrdp
	sysinit basic swap sockets timers paths slices umount shutdown rescue emergency halt poweroff kexec hibernate suspend
	hybrid-sleep network-online network-pre nss-lookup nss-user-lookup time-sync time-set remote-fs-pre local-fs cryptsetup integritysetup
	veritysetup nm-cloud-setup low-memory-monitor insights-client insights-client-boot subscription-manager rhcd tracer pmcd pmlogger pmie pmproxy
	pmlogger_check pmlogger_daily pmie_check pmie_daily pmlogger_farm pmie_farm fwupd-refresh flatpak-system-helper greenboot rpm-ostree bootupd
	ostree-remount exim-gencert dovecot-init opendkim opendmarc amavisd amavis spamassassin spamd saslauthd policyd postgrey mailman cyrus-imapd
	php-fpm tomcat tomcat6 tomcat7 tomcat8 tomcat9 jetty uwsgi gunicorn supervisord pm2-root passenger rc-local local dmraid-activation
	dhclient iptraf vnstat iftop bandwidthd ntopng pmacctd softflowd fprobe nfcapd sflowtool arpwatch atop atopacct psacct
	acct sysfsutils tlp powertop thermald numastat hugetlb-reserve-pages x2gocleansessions vncserver teamspeak asterisk freeswitch
	console-shell docker-cleanup iprdump iprinit iprupdate iprutils plymouth-quit-wait plymouth-reboot plymouth-halt
	plymouth-poweroff plymouth-kexec plymouth-read-write rdisc registries systemd-bootchart systemd-readahead-done chrony-dnssrv
	runlevel0 runlevel1 runlevel2 runlevel3 runlevel4 runlevel5 runlevel6 printer sound smartcard
	kamailio opensips icecast shoutcast transmission-daemon deluged mumble-server murmur ircd znc prosody ejabberd
	`
		.trim()
		.split(/\s+/),
);

const shape = /^([a-z0-9][a-z0-9_.-]{0,47}?)(@[^/]{0,200})?\.(service|socket|timer|path|target)$/;

/**
 * Key of a unit. `foo@bar.service` counts as `foo@.service`, as the instance is the owner's word; in the key `@` and
 * `_` are written `-`, so it is `foo-.service`. `null` for a unit that is not in the list.
 */
export function unitName(unit: string): string | null {
	const [, name = "", instance, type = ""] = shape.exec(unitText(unit)) ?? [];
	if (!unitNames.has(name)) return null;
	return `${name.replaceAll("_", "-")}${instance === undefined ? "" : "-"}.${type}`;
}

// A long instance name, which is private and dropped, must not push the type beyond the length limit of texts.
function unitText(unit: string): string {
	// Daemons of a storage cluster have its name and a number behind a dot instead of an @.
	const text = unit
		.trim()
		.slice(0, 512)
		.toLowerCase()
		.replace(/^([pv]storage-[a-z]{2,12})\.[^@]*(\.service)$/s, "$1@$2");
	const [, name, type] = /^([^@]{1,64})@.*(\.[a-z]{4,9})$/s.exec(text) ?? [];
	return cleanText(name === undefined ? text : `${name}@${type}`) ?? "";
}
