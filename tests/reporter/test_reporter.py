"""Tests of the reporter's parts, for every Python that it runs on: python -m unittest, with its folders in PYTHONPATH."""
import atexit
import email.utils
import json
import os
import shutil
import ssl
import sys
import tempfile
import threading
import time
import unittest

try:
    from http.server import BaseHTTPRequestHandler, HTTPServer
except ImportError:
    from BaseHTTPServer import BaseHTTPRequestHandler, HTTPServer

ROOT = tempfile.mkdtemp()
atexit.register(shutil.rmtree, ROOT, True)
os.environ["CEP_ROOT"] = ROOT
os.environ["TZ"] = "Europe/Berlin"
time.tzset()
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../public/disp-helper/cep-scripts"))

import cepconfig  # noqa: E402
import cepfiles  # noqa: E402
import ceplib  # noqa: E402
import cepsend  # noqa: E402
import packages  # noqa: E402
import services  # noqa: E402
import static  # noqa: E402
import ves_content  # noqa: E402


def put(path, text):
    folder = os.path.dirname(ROOT + path)
    if not os.path.isdir(folder):
        os.makedirs(folder)
    with open(ROOT + path, "w") as file:
        file.write(text)


def configured(**config):
    put("/etc/vz/disp_helper.json", json.dumps(config))
    return cepconfig.load_config()


def at(text):
    """Local time."""
    return time.mktime(time.strptime(text, "%Y-%m-%d %H:%M"))


def local(seconds):
    return time.strftime("%a %Y-%m-%d %H:%M", time.localtime(seconds))


class Configuration(unittest.TestCase):
    def test_defaults_are_the_file_that_is_installed(self):
        with open(os.path.join(os.path.dirname(cepconfig.__file__), "../disp_helper.json")) as file:
            installed = configured(**json.load(file))
        self.assertEqual(installed, configured())
        self.assertEqual(len(installed["sections"]), 15)

    def test_wrong_ones_are_refused_in_one_line(self):
        wrong = [
            {"enable": True}, {"enabled": 1}, {"enabled": "yes"}, {"sections": {"secrets": True}}, {"sections": ["cpu"]},
            {"sections": {"cpu": "no"}}, {"schedule": {"cpu": "Tue tea"}}, {"schedule": {"cpu": "tue lunch"}},
            {"meals": {"lunch": "25:00"}}, {"meals": {"tea": "16:00"}}, {"report_period": "14m"}, {"report_period": "5w"},
            {"report_period": "1 w"}, {"report_period": 7}, {"protocol": "FTP"}, {"server": "stats.example.org"},
            {"server": "http://stats.example.org"}, {"server": "https://user:secret@stats.example.org"},
            {"server": "https://stats.example.org/?x"}, {"proxy": "socks://proxy"}, {"ca_file": "relative.pem"},
            {"timeout": "0s"}, {"timeout": "1h"},
        ]
        for config in wrong:
            with self.assertRaises(cepconfig.Refused) as caught:
                configured(**config)
            self.assertNotIn("\n", str(caught.exception))
            self.assertIn("disp_helper.json", str(caught.exception))
        for text in ("", "[]", "{", "\x00"):
            put("/etc/vz/disp_helper.json", text)
            self.assertRaises(cepconfig.Refused, cepconfig.load_config)

    def test_the_shortest_and_the_longest_period(self):
        self.assertEqual(configured(report_period="15m")["report_period"], 900)
        self.assertEqual(configured(report_period="4w")["report_period"], 4 * 7 * 86400)

    def test_the_dispatcher_decides(self):
        config = configured()
        for text, is_on in [
            (None, False), ("<a><EnableSendStatisticReport>1</EnableSendStatisticReport></a>", True),
            ("<a><b><EnableSendStatisticReport> true </EnableSendStatisticReport></b></a>", True),
            ("<a><EnableSendStatisticReport>0</EnableSendStatisticReport></a>", False),
            ("<a><EnableSendStatisticReport/></a>", False), ("<a><!-- <EnableSendStatisticReport>1"
             "</EnableSendStatisticReport> --></a>", False), ("<a>", False), ("", False),
            ("<a><EnableSendStatisticReport>1</EnableSendStatisticReport>"
             "<EnableSendStatisticReport>0</EnableSendStatisticReport></a>", False),
        ]:
            if text is not None:
                put("/etc/vz/dispatcher.xml", text)
            self.assertEqual(cepconfig.decision(config)[0], is_on, text)


class Schedule(unittest.TestCase):
    def setUp(self):
        self.config = configured()

    def test_two_weeks_with_a_run_each_hour_collect_each_section_twice(self):
        collected, ran = {}, {}
        now = at("2026-11-01 00:17")
        for name in self.config["sections"]:
            collected[name] = now
        for hour in range(14 * 24):
            now += 3600
            for name in self.config["sections"]:
                if cepconfig.is_section_due(self.config, name, 7, collected[name], now):
                    collected[name] = now
                    ran.setdefault(name, []).append(local(now)[:3] + local(now)[14:17])
        meals = {"breakfast": " 08", "lunch": " 12", "dinner": " 17"}
        for name, slot in cepconfig.SLOTS.items():
            weekday, meal = slot.split(" ")
            self.assertEqual(ran[name], [weekday + meals[meal]] * 2, name)

    def test_slots_stay_at_local_times_when_clocks_change(self):
        for now, slot in [("2026-03-28 12:00", "Mon 2026-03-23 08:30"), ("2026-03-30 12:00", "Mon 2026-03-30 08:30"),
                          ("2026-10-24 12:00", "Mon 2026-10-19 08:30"), ("2026-10-26 12:00", "Mon 2026-10-26 08:30"),
                          ("2026-10-26 08:29", "Mon 2026-10-19 08:30"), ("2026-10-26 08:30", "Mon 2026-10-26 08:30"),
                          ("2027-01-02 01:00", "Mon 2026-12-28 08:30")]:
            self.assertEqual(local(cepconfig.last_slot(self.config, "hardware", 30, at(now))), slot)
        night = configured(meals={"breakfast": "02:30"}, schedule={"hardware": "Sun breakfast"})
        # The hour that there is not, and the hour that there is twice.
        for day, before in [("2026-03-29", "2026-03-22"), ("2026-10-25", "2026-10-18")]:
            for now, expected in [(" 12:00", day), (" 01:00", before)]:
                slot = cepconfig.last_slot(night, "hardware", 0, at(day + now))
                self.assertEqual(local(slot)[:14], "Sun " + expected)

    def test_missed_slots_are_made_up_once(self):
        now = at("2026-11-27 09:00")
        is_due = [name for name in self.config["sections"]
                  if cepconfig.is_section_due(self.config, name, 0, at("2026-11-25 13:00"), now)]
        self.assertEqual(is_due, ["ves", "services", "packages", "clusters", "cgroups"])
        self.assertFalse(any(cepconfig.is_section_due(self.config, name, 0, now, now) for name in is_due))

    def test_a_clock_that_was_set_back_stops_nothing(self):
        now = at("2026-11-27 09:00")
        self.assertTrue(cepconfig.is_section_due(self.config, "cpu", 0, now + 40 * 86400, now))
        self.assertTrue(cepconfig.is_report_due(self.config, 0, now + 40 * 86400, now))

    def test_reports_are_a_period_apart(self):
        now = at("2026-11-27 09:00")
        self.assertTrue(cepconfig.is_report_due(self.config, 0, None, now))
        self.assertFalse(cepconfig.is_report_due(self.config, 30, now - 7 * 86400 + 60, now))
        self.assertTrue(cepconfig.is_report_due(self.config, 30, now - 7 * 86400, now))
        self.assertFalse(cepconfig.is_report_due(self.config, 59, now - 7 * 86400, now))
        self.assertTrue(cepconfig.is_report_due(self.config, 59, now - 7 * 86400 - 29 * 60, now))
        often = configured(report_period="15m")
        self.assertTrue(cepconfig.is_report_due(often, 59, now - 900, now))

    def test_hosts_have_phases_of_their_own(self):
        phases = [cepconfig.phase("%08x-0000-4000-8000-000000000000" % i) for i in range(600)]
        self.assertEqual(sorted(set(phases)), list(range(60)))
        self.assertEqual(cepconfig.phase(None), 0)


class Names(unittest.TestCase):
    known = ceplib.known_names()

    def test_templates(self):
        for name, sent in [(".centos-7-x86_64", "centos-7"), ("ubuntu-22.04-x86_64-acme", "ubuntu-22.04"),
                           ("debian-9.0", "debian-9.0"), ("centos-stream-8", "centos-stream-8"), ("-", "-"), ("", "-"),
                           ("acme-web", "custom"), ("ubuntu-acmecorp", "ubuntu"), ("debian-wheezy", "debian-wheezy"),
                           ("centosacme-7", "custom"), ("gentoo", "gentoo"), ("node17.example.net", "custom")]:
            self.assertEqual(ves_content.template(name, self.known), sent)

    def test_programs(self):
        for name, sent in [("php-fpm7.4", "php-fpm"), ("php7.4-fpm", "php-fpm"), ("Apache2", "apache2"), ("acmed", None)]:
            self.assertEqual(ves_content.program(name, self.known["programs"]), sent)

    def test_units(self):
        known = set(self.known["units"])
        for name, sent in [("sshd.service", "sshd.service"), ("getty@tty1.service", "getty@.service"),
                           ("openvpn@customer.service", "openvpn@.service"), ("acme.service", "other.service"),
                           ("vstorage-csd.cluster1.2.service", "vstorage-csd@.service"), ("home.mount", "other.service")]:
            self.assertEqual(services.unit(name, known), sent)

    def test_packages(self):
        known = set(self.known["packages"])
        for line, sent in [("vzctl-7.0.205.5-1.vz7.x86_64", "vzctl-7.0.205.5-1.vz7"), ("acme-1-1.noarch", None),
                           ("vzctl-7.0.205-1.acme.x86_64", "vzctl-7.0.205-0"), ("vzctl-acme-1.vz7", None),
                           ("readykernel-patch-96.21-89.2-1.vl7.x86_64", "readykernel-patch-96.21-89.2-1.vl7"),
                           ("vzkernel-3.10.0-957.12.2.vz7.96.21.x86_64", "vzkernel-3.10.0-957.12.2.vz7.96.21"), ("x", None),
                           ("vzpkgenv41x9-7.0.21-1.vz7.x86_64", "vzpkgenv41x9-7.0.21-1.vz7")]:
            self.assertEqual(packages.package(line, known), sent)

    def test_kernels(self):
        for kernel, sent in [("3.10.0-957.12.2.vz7.96.21", "3.10.0-957.12.2.vz7.96.21"),
                             ("5.14.0-362.8.1.el9_3.x86_64", "5.14.0-362.8.1.el9_3"),
                             ("3.10.0-957.12.2.vz7.96.21.acme", "3.10.0-957.12.2.vz7.96.21.other"),
                             ("6.1.0-node17", "6.1.0.other")]:
            self.assertEqual(static.public(kernel), sent)


class Answers(BaseHTTPRequestHandler):
    status, headers_sent, body = 201, {}, b'{"status":"accepted"}'
    received = []

    def do_POST(self):
        self.received.append((dict((name.lower(), self.headers[name]) for name in self.headers.keys()),
                              self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.status)
        for name in self.headers_sent:
            self.send_header(name, self.headers_sent[name])
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_):
        pass


class Sending(unittest.TestCase):
    def setUp(self):
        self.server = HTTPServer(("127.0.0.1", 0), Answers)
        thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        thread.daemon = True
        thread.start()
        self.url = "http://127.0.0.1:%d" % self.server.server_port
        Answers.status, Answers.headers_sent, Answers.body = 201, {}, b'{"status":"accepted"}'
        del Answers.received[:]

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()

    def post(self, **config):
        return cepsend.post(configured(protocol="HTTP", server=self.url, timeout="5s", **config), b"\x1f\x8b\xff", "agent/1")

    def by_curl(self):
        config = configured(protocol="HTTP", server=self.url, timeout="5s")
        return cepsend.post_by_curl(self.url + "/api/v1/reports", b"\x1f\x8b\r\n\x00", {"User-Agent": "a"}, None, config)

    def test_the_headers_say_nothing_of_the_host(self):
        self.assertEqual(self.post(), (201, None, "201: accepted"))
        headers, body = Answers.received[0]
        self.assertEqual(body, b"\x1f\x8b\xff")
        self.assertEqual(headers.pop("host"), self.url[7:])
        self.assertLessEqual(headers.pop("connection", "close"), "close")
        self.assertEqual(headers.pop("accept-encoding", "identity"), "identity")
        self.assertEqual(headers, {"content-type": "application/gzip", "accept": "application/json",
                                   "user-agent": "agent/1", "content-length": "3"})

    def test_what_a_server_says_is_one_plain_line(self):
        Answers.status, Answers.body = 400, u'{"detail":"not a\\n\\u001b[31m tar \\u202e"}'.encode("utf-8")
        self.assertEqual(self.post(), (400, None, "400: not a [31m tar"))
        Answers.body = b"\xff\xfe<html>"
        self.assertEqual(self.post(), (400, None, "400: refused"))

    def test_a_login_page_is_no_success(self):
        Answers.status, Answers.body = 200, b"<html>Welcome to the hotel</html>"
        answer = self.post()
        self.assertEqual(answer.status, None)
        self.assertTrue(cepsend.is_worth_repeating(answer))

    def test_retry_after(self):
        soon = email.utils.formatdate(time.time() + 600, usegmt=True)
        self.assertIn(cepsend.seconds_of(soon), range(590, 601))
        for text, seconds in [("7", 7), ("999999999", 86400), (None, None), ("soon", None), ("-5", None),
                              ("Mon, 30 Nov 2015 08:00:00 GMT", 0)]:
            self.assertEqual(cepsend.seconds_of(text), seconds)

    def test_attempts_are_further_and_further_apart(self):
        for tries, hours in enumerate([1, 2, 4, 8, 16, 24, 24, 24]):
            waits = [cepsend.next_attempt(tries, None, 0)["at"] / 3600.0 for _ in range(300)]
            self.assertLessEqual(max(waits), hours)
            self.assertGreater(max(waits), hours * 0.9)
            self.assertLess(min(waits), hours * 0.1)
        self.assertEqual(cepsend.next_attempt(3, 120, 1000), {"at": 1120, "tries": 4, "by_server": True})

    def test_which_answers_are_worth_another_attempt(self):
        repeated = [status for status in (200, 201, 202, 301, 308, 400, 403, 404, 408, 413, 429, 500, 502, 503, None)
                    if cepsend.is_worth_repeating(cepsend.Answer(status, None, ""))]
        self.assertEqual(repeated, [202, 301, 308, 408, 429, 500, 502, 503, None])

    def test_curl_where_python_cannot_verify(self):
        put("/usr/bin/curl", '#!/bin/sh\nexec "$(PATH=/usr/bin:/bin command -v curl)" "$@"\n')
        os.chmod(ROOT + "/usr/bin/curl", 0o755)
        if os.system("curl --version >/dev/null 2>&1") != 0:
            self.skipTest("no curl")
        self.assertEqual(self.by_curl(), (201, None, "201: accepted"))
        self.assertEqual(Answers.received[0][1], b"\x1f\x8b\r\n\x00")
        self.assertNotIn("expect", Answers.received[0][0])
        Answers.status, Answers.headers_sent, Answers.body = 429, {"Retry-After": "30"}, b'{"detail":"too many"}'
        self.assertEqual(self.by_curl(), (429, 30, "429: too many"))
        os.unlink(ROOT + "/usr/bin/curl")

    def test_without_verification_nothing_is_sent(self):
        verifying = ssl.create_default_context
        del ssl.create_default_context
        try:
            answer = cepsend.post(configured(server="https://127.0.0.1:9"), b"bytes", "agent/1")
        finally:
            ssl.create_default_context = verifying
        self.assertIn("nothing is sent", answer.said)

    def test_passwords_of_proxies_are_not_said(self):
        answer = self.post(proxy="http://user:secret@127.0.0.1:1")
        self.assertEqual(answer.status, None)
        self.assertNotIn("secret", answer.said)
        self.assertEqual(cepsend.plain("no http://user:secret@proxy/"), "no http://proxy/")

    def test_the_proxy_of_yum(self):
        url = "http://stats.example.org/"
        self.assertEqual(cepsend.proxy_for(url, "http://own:1"), "http://own:1")
        self.assertEqual(cepsend.proxy_for(url, ""), None)
        put("/etc/yum.conf", "[main]\nproxy=http://proxy.example.org:3128/\nproxy_username=me\nproxy_password=p@ss\n")
        self.assertEqual(cepsend.proxy_for(url, ""), "http://me:p%40ss@proxy.example.org:3128")
        os.environ["http_proxy"] = "http://other:2"
        self.assertEqual(cepsend.proxy_for(url, ""), "http://other:2")
        del os.environ["http_proxy"]
        put("/etc/yum.conf", "[main]\nproxy=http://me:secret@proxy.example.org:3128\n")
        self.assertEqual(cepsend.proxy_for(url, ""), "http://me:secret@proxy.example.org:3128")
        put("/etc/yum.conf", "[main]\nproxy=_none_\n")
        self.assertEqual(cepsend.proxy_for(url, ""), None)


class Files(unittest.TestCase):
    def test_links_are_not_followed(self):
        put("/elsewhere/secret", "secret")
        os.symlink(ROOT + "/elsewhere/secret", ROOT + "/link")
        self.assertEqual(cepfiles.read_file(ROOT + "/link"), None)
        cepfiles.write_file(ROOT + "/link", b"own")
        self.assertEqual(cepfiles.read_file(ROOT + "/link"), b"own")
        self.assertEqual(cepfiles.read_file(ROOT + "/elsewhere/secret"), b"secret")
        os.mkdir(ROOT + "/tmp")
        os.symlink(ROOT + "/elsewhere", ROOT + "/tmp/cep")
        with self.assertRaises(cepconfig.Refused):
            cepfiles.write_file(ROOT + "/tmp/cep/output/x.json", b"")
        os.mkdir(ROOT + "/cep")
        os.chmod(ROOT + "/cep", 0o777)
        with self.assertRaises(cepconfig.Refused):
            cepfiles.write_file(ROOT + "/cep/x.json", b"")

    def test_only_the_owner_reads_them(self):
        cepfiles.write_file(ROOT + "/new/cep/output/x.json", b"{}")
        self.assertEqual(os.stat(ROOT + "/new/cep/output/x.json").st_mode & 0o777, 0o600)
        self.assertEqual(os.stat(ROOT + "/new/cep/output").st_mode & 0o777, 0o700)
        self.assertEqual(os.listdir(ROOT + "/new/cep/output"), ["x.json"])


class Tools(unittest.TestCase):
    environment = {"PATH": "/usr/bin:/bin"}

    def test_a_hanging_group_is_ended(self):
        began = time.time()
        status, output = ceplib.run_limited(["/bin/sh", "-c", "echo x; sleep 60 & sleep 60"], 0.5, 100, self.environment)
        self.assertEqual((status, output), (None, b"x\n"))
        self.assertLess(time.time() - began, 30)

    def test_too_much_output_is_cut_off(self):
        status, output = ceplib.run_limited(["/bin/cat", "/dev/zero"], 60, 1000, self.environment)
        self.assertEqual((status, len(output)), (None, 1001))

    def test_fields_that_are_not_listed_do_not_pass(self):
        value = {"a": 1, "b": {"c": 2, "d": 3}, "e": [{"f": 4, "g": None, "h": 5}], "hdd0": {"size": 1, "image": "x"}}
        self.assertEqual(ceplib.listed_parts(value, ["a", "b/c", "e/f", "e/g", "hdd*/size"]),
                         {"a": 1, "b": {"c": 2}, "e": [{"f": 4}], "hdd0": {"size": 1}})


if __name__ == "__main__":
    unittest.main()
