/**
 * Known server programs by the names of their processes. A name is cut to 15 characters by the kernel and may be that
 * of a private daemon: only names in the list pass.
 */

/** Key and the names of its processes. Versions (`php-fpm7.4`, `python3`) are removed before. */
export const programNames: Readonly<Record<string, string>> = {
	apache: "httpd apache2 apache httpd-prefork httpd.worker httpd.event httpd-worker httpd.itk",
	nginx: "nginx openresty angie tengine",
	lighttpd: "lighttpd",
	litespeed: "litespeed lshttpd openlitespeed lscgid",
	caddy: "caddy",
	haproxy: "haproxy",
	varnish: "varnishd varnish cache-main",
	squid: "squid squid3",
	mysql: "mysqld mysqld_safe mariadbd mariadbd-safe mysqld-debug mysqld-max mysql",
	postgresql: "postgres postmaster postgresql",
	mongodb: "mongod mongos",
	redis: "redis-server redis-sentinel redis valkey-server keydb-server",
	memcached: "memcached",
	elasticsearch: "elasticsearch",
	opensearch: "opensearch",
	clickhouse: "clickhouse-serv clickhouse-server clickhouse",
	influxdb: "influxd",
	rabbitmq: "rabbitmq-server",
	erlang: "beam beam.smp epmd",
	sphinx: "searchd",
	"php-fpm": "php-fpm php-fcgi sw-engine-fpm",
	php: "php php-cgi php-cgi-fcgi lsphp suphp",
	java: "java jsvc tomcat",
	node: "node nodejs npm pm2",
	python: "python gunicorn uwsgi celery",
	ruby: "ruby puma unicorn unicorn_rails sidekiq thin passenger passengerapp bundle",
	perl: "perl starman",
	dotnet: "dotnet mono mono-sgen",
	bind: "named",
	unbound: "unbound",
	powerdns: "pdns_server pdns_recursor",
	dnsmasq: "dnsmasq",
	nsd: "nsd",
	exim: "exim exim4",
	postfix: "master qmgr pickup tlsmgr postfix",
	sendmail: "sendmail sendmail-mta",
	qmail: "qmail-send qmail-smtpd qmail-rspawn",
	dovecot: "dovecot imap imap-login pop3 pop3-login dovecot-auth managesieve",
	courier: "couriertcpd imapd pop3d authdaemond courierlogger",
	spamassassin: "spamd spamassassin",
	rspamd: "rspamd",
	amavis: "amavisd amavisd-new amavisd-main",
	clamav: "clamd freshclam clamav-milter",
	mailman: "mailmanctl qrunner",
	proftpd: "proftpd",
	vsftpd: "vsftpd",
	"pure-ftpd": "pure-ftpd pure-ftpd-mysql",
	samba: "smbd nmbd winbindd samba",
	openldap: "slapd",
	openvpn: "openvpn openvpn-server",
	pptp: "pptpd pptpctrl",
	strongswan: "charon charon-systemd",
	tor: "tor",
	asterisk: "asterisk",
	freeswitch: "freeswitch",
	kamailio: "kamailio opensips",
	ejabberd: "ejabberd",
	prosody: "prosody",
	teamspeak: "ts3server ts3server_linux",
	mumble: "murmurd mumble-server",
	icecast: "icecast icecast2",
	shoutcast: "sc_serv sc_trans",
	"game-server": "srcds_linux srcds_i686 hlds_linux hlds_i686 hlds_amd samp03svr cod4_lnxded",
	transmission: "transmission-da transmission-daemon",
	rtorrent: "rtorrent",
	deluge: "deluged",
	docker: "dockerd docker containerd docker-containe docker-proxy containerd-shim",
	kubernetes: "kubelet kube-apiserver kube-proxy k3s-server k3s",
	etcd: "etcd",
	consul: "consul",
	minio: "minio",
	prometheus: "prometheus node_exporter",
	grafana: "grafana-server grafana",
	zabbix: "zabbix_agentd zabbix_server zabbix_proxy zabbix_agent2 zabbix_agent",
	nagios: "nagios nrpe icinga2",
	munin: "munin-node",
	collectd: "collectd",
	netdata: "netdata",
	snmp: "snmpd",
	monit: "monit",
	fail2ban: "fail2ban-server fail2ban-client",
	cpanel: "cpsrvd cpanellogd cpdavd tailwatchd queueprocd dnsadmin cphulkd",
	plesk: "sw-engine sw-cp-serverd",
	directadmin: "directadmin",
	ispmanager: "ispmgr ispmgrnode core_ihttpd",
	vesta: "vesta-nginx vesta-php",
	gitlab: "gitlab-workhorse gitaly",
	bitcoin: "bitcoind",
	sshd: "sshd dropbear",
	cron: "cron crond",
	rsyslog: "rsyslogd syslogd syslog-ng",
	supervisor: "supervisord",
	xinetd: "xinetd inetd",
	ntp: "ntpd chronyd",
	telegraf: "telegraf",
	logstash: "logstash",
	kibana: "kibana",
	opendkim: "opendkim",
	postgrey: "postgrey",
	systemd: "systemd systemd-journal systemd-journald systemd-logind systemd-udevd",
	saslauthd: "saslauthd",
	nscd: "nscd",
	rpcbind: "rpcbind portmap",
	init: "init",
};

/** The closed list of keys. */
export const serverPrograms: readonly string[] = Object.keys(programNames);

export const programNameLengthMax = 15;
const keys = new Map(
	Object.entries(programNames).flatMap(([key, list]) =>
		list.split(" ").map((name) => [name.slice(0, programNameLengthMax), key] as const),
	),
);

/** Key of a program; `null` for private daemons, kernel threads and everything else that is not in the list. */
export function serverProgram(comm: string): string | null {
	const name = (comm.slice(0, 64).trim().split(/\s/)[0] ?? "").toLowerCase().replace(/:$/, "");
	if (name.length > 32) return null;
	return keys.get(name.slice(0, programNameLengthMax)) ?? keys.get(withoutVersion(name)) ?? null;
}

// php-fpm7.4, php7.4-fpm, php5-cgi, python3.9, ruby2.7: the version is at the end or inside.
function withoutVersion(name: string): string {
	return name.replace(/^(php)-?\d+(\.\d+){0,9}-/, "$1-").replace(/-?\d+(\.\d+){0,9}$/, "");
}
