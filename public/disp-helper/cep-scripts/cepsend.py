"""Sends reports by HTTP. The only file of disp-helper that opens a network connection.

The body is the archive, and the headers say nothing about the host but the version of disp-helper. Certificates are
always verified, and redirects are never followed. What cannot be sent waits in the spool and is tried again.
"""
import collections
import email.utils
import json
import os
import random
import re
import ssl
import tempfile
import time

import cepconfig
import cepfiles
import ceplib

try:
    from urllib import request
    from urllib.error import HTTPError
    from urllib.parse import quote, urlsplit
except ImportError:
    import urllib2 as request
    from urllib import quote
    from urllib2 import HTTPError
    from urlparse import urlsplit

RETRY_AFTER_MAX = 24 * 3600
ANSWER_MAX = 64 * 1024
SPOOL_REPORTS_MAX, SPOOL_BYTES_MAX, SPOOL_AGE_MAX = 4, 8 * 1024 * 1024, 14 * 24 * 3600
RETRY_HOURS_MAX = 24

# status: of HTTP, None when there was no answer. retry_after: seconds, or None. said: what to write in the journal.
Answer = collections.namedtuple("Answer", "status retry_after said")


def trim_spool(now):
    """At most four reports, 8 MiB and 14 days: the oldest go first."""
    for path in cepfiles.files_in(cepfiles.SPOOL):
        # The host lost power while this file was written.
        if path.endswith(".tmp"):
            cepfiles.remove(path)
    reports = cepfiles.files_in(cepfiles.SPOOL)
    while reports:
        sizes = [os.lstat(path).st_size for path in reports]
        is_old = now - os.lstat(reports[0]).st_mtime > SPOOL_AGE_MAX
        if len(reports) <= SPOOL_REPORTS_MAX and sum(sizes) <= SPOOL_BYTES_MAX and not is_old:
            return reports
        ceplib.warn("%s: dropped, it could not be delivered" % reports[0])
        cepfiles.remove(reports.pop(0))
    return reports


def deliver(config, state, agent, is_asked):
    """Sends what waits, oldest first. False when something is not delivered.

    `is_asked`: an administrator waits, so it does not wait for the next attempt of its own; for the server it does.
    """
    is_delivered = True
    for path in trim_spool(time.time()):
        retry = state.get("retry", {})
        now = time.time()
        if now < retry.get("at", 0) <= now + RETRY_AFTER_MAX and (retry.get("by_server") or not is_asked):
            return False
        if not cepconfig.decision(cepconfig.load_config())[0]:
            cepfiles.delete_collected()
            return False
        answer = post(config, cepfiles.read_file(path) or b"", agent)
        state["answer"] = {"at": int(now), "said": answer.said}
        state["retry"] = {}
        if is_worth_repeating(answer):
            state["retry"] = next_attempt(retry.get("tries", 0), answer.retry_after, now)
        else:
            cepfiles.remove(path)
        cepfiles.save_state(state)
        if not was_accepted(answer):
            ceplib.warn("report %s: %s" % ("kept" if state["retry"] else "dropped", answer.said))
            is_delivered = False
        if state["retry"]:
            return False
    return is_delivered


def next_attempt(tries, retry_after, now):
    """After 1, 2, 4 and so on to 24 hours, each shortened at random so that hosts do not come back together."""
    hours = min(2 ** min(tries, 5), RETRY_HOURS_MAX)
    wait = random.uniform(0, hours * 3600) if retry_after is None else retry_after
    return {"at": int(now + wait), "tries": tries + 1, "by_server": retry_after is not None}


class NoRedirects(request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def was_accepted(answer):
    """200 is a report that the server has already."""
    return answer.status in (200, 201)


def is_worth_repeating(answer):
    """False when the server will never take this report."""
    return not was_accepted(answer) and (not 400 <= (answer.status or 0) < 500 or answer.status in (407, 408, 429))


def post(config, body, agent):
    """Sends the bytes once and returns the Answer. Raises nothing for what the network or the server does."""
    # Python 2 must not mix its two kinds of text with the bytes of the body.
    url = str(config["server"].rstrip("/") + "/api/v1/reports")
    headers = {"Content-Type": "application/gzip", "Accept": "application/json", "User-Agent": agent}
    proxy = proxy_for(url, config["proxy"])
    if url.startswith("https:") and not hasattr(ssl, "create_default_context"):
        return post_by_curl(url, body, headers, proxy, config)
    try:
        return post_by_urllib(url, body, headers, proxy, config)
    # Everything that a network can do: also answers that are not HTTP.
    except Exception as error:
        return Answer(None, None, "no answer: " + plain(getattr(error, "reason", None) or error))


def post_by_urllib(url, body, headers, proxy, config):
    handlers = [NoRedirects(), request.ProxyHandler({urlsplit(url).scheme: proxy} if proxy else {})]
    if url.startswith("https:"):
        handlers.append(request.HTTPSHandler(context=ssl.create_default_context(cafile=config["ca_file"] or None)))
    opener = request.build_opener(*handlers)
    opener.addheaders = []
    try:
        response = opener.open(request.Request(url, body, headers), timeout=config["timeout"])
    except HTTPError as error:
        response = error
    try:
        return answer_of(response.code, response.headers.get("Retry-After"), response.read(ANSWER_MAX))
    finally:
        response.close()


def post_by_curl(url, body, headers, proxy, config):
    """For a Python that cannot verify certificates. `ps` shows no password of a proxy: the options are in a file."""
    curl = ceplib.tool("curl")
    if curl is None:
        return Answer(None, None, "this Python cannot verify certificates, and curl is not installed: nothing is sent")
    options = ['header = "%s: %s"' % pair for pair in sorted(headers.items())] + ['header = "Expect:"']
    if proxy:
        options.append('proxy = "%s"' % proxy)
    if config["ca_file"]:
        options.append('cacert = "%s"' % config["ca_file"])
    with tempfile.NamedTemporaryFile() as report, tempfile.NamedTemporaryFile() as settings:
        report.write(body)
        report.flush()
        settings.write("\n".join(options).encode("utf-8"))
        settings.flush()
        status, output = ceplib.run_limited(
            [curl, "-q", "--silent", "--include", "--noproxy", "" if proxy else "*", "--max-time",
             str(config["timeout"]), "--config", settings.name, "--data-binary", "@" + report.name, url],
            config["timeout"] + 5, 2 * ANSWER_MAX, {"PATH": ":".join(ceplib.TOOL_PATHS), "LC_ALL": "C"})
    if status != 0:
        return Answer(None, None, "no answer: curl ended with %s" % status)
    # The answer of a proxy comes before that of the server.
    head, rest = b"", output
    while rest.startswith(b"HTTP/"):
        head, _, rest = rest.partition(b"\r\n\r\n")
    retry_after = re.search(br"^Retry-After: *([^\r\n]*)", head, re.IGNORECASE | re.MULTILINE)
    return answer_of(int(head.split()[1]), retry_after and retry_after.group(1).decode("latin-1"), rest)


def answer_of(status, retry_after, body):
    """`detail` is what a problem of the server (RFC 9457) says; `status` what an accepted report says."""
    try:
        said = ceplib.as_object(json.loads(body.decode("utf-8", "replace")))
    except ValueError:
        said = {}
    if status in (200, 201) and said.get("status") not in ("accepted", "duplicate"):
        return Answer(None, None, "this is not the statistics server")
    words = said.get("status") if status in (200, 201) else said.get("detail") or said.get("title") or "refused"
    if 300 <= status < 400:
        words = "it points to another address, which is not followed: correct `server`"
    return Answer(status, seconds_of(retry_after), "%d: %s" % (status, plain(words)))


def seconds_of(retry_after):
    """Of a Retry-After, which is a number of seconds or a date; at most a day."""
    if retry_after is None:
        return None
    if re.match(r"\d{1,9}\Z", retry_after.strip()):
        return min(int(retry_after), RETRY_AFTER_MAX)
    date = email.utils.parsedate_tz(retry_after)
    return date and max(0, min(int(email.utils.mktime_tz(date) - time.time()), RETRY_AFTER_MAX))


def plain(words):
    """One short line for the journal, without the password of a proxy."""
    line = re.sub(r"//[^/@\s]*@", "//", u"%s" % (words,))
    return re.sub(r"[^!-~]+", " ", line).strip()[:300]


def proxy_for(url, configured):
    """The configured proxy, else that of the environment, else that of yum. None: no proxy."""
    address = urlsplit(url)
    if request.proxy_bypass(address.hostname):
        return None
    return str(configured or request.getproxies().get(address.scheme) or proxy_of_yum() or "") or None


def proxy_of_yum():
    options = {}
    for line in (ceplib.read("/etc/yum.conf") or "").splitlines():
        name, _, value = line.partition("=")
        options[name.strip()] = value.strip()
    found = re.match(r"http://([^\s@/]+@)?([^\s@/]+)/?\Z", options.get("proxy", ""))
    if not found:
        return None
    stated, address = found.groups()
    user = options.get("proxy_username")
    if user:
        stated = "%s:%s@" % (quote(user, ""), quote(options.get("proxy_password", ""), ""))
    return "http://%s%s" % (stated or "", address)
