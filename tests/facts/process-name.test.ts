import { expect, test } from "vitest";
import { serverProgram } from "#lib/facts/software/process";

test.each([
	["httpd", "apache"],
	["apache2", "apache"],
	["nginx", "nginx"],
	["mysqld", "mysql"],
	["mariadbd", "mysql"],
	["postgres", "postgresql"],
	["php-cgi", "php"],
	["php5-cgi", "php"],
	["php-fpm", "php-fpm"],
	["php-fpm7.4", "php-fpm"],
	["php7.0-fpm", "php-fpm"],
	["java", "java"],
	["python3.9", "python"],
	["ruby2.5", "ruby"],
	["node", "node"],
	["named", "bind"],
	["exim4", "exim"],
	["master", "postfix"],
	["dovecot", "dovecot"],
	["imap-login", "dovecot"],
	["redis-server", "redis"],
	["memcached", "memcached"],
	["mongod", "mongodb"],
	["sshd", "sshd"],
	["cron", "cron"],
	["crond", "cron"],
	["rsyslogd", "rsyslog"],
	["systemd", "systemd"],
	// Cut to fifteen characters by the kernel.
	["fail2ban-server", "fail2ban"],
	["clickhouse-serv", "clickhouse"],
	["transmission-da", "transmission"],
	["systemd-journal", "systemd"],
])("%s is %s", (comm, key) => {
	expect(serverProgram(comm)).toBe(key);
	expect(serverProgram(` ${comm} `)).toBe(key);
});

test.each([
	"acme-billingd",
	"kworker/0:1",
	"migration/3",
	"udevd",
	"bash",
	"ps",
	"httpd-acme",
	"",
	" ",
	"constructor",
	"7.4",
])("%s is not named", (comm) => {
	expect(serverProgram(comm)).toBeNull();
});
