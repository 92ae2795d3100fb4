"""Configuration, switches and schedule: what to collect, when, and whether at all. Changes nothing on the host."""
import collections
import hashlib
import json
import os
import re
import time
from xml.etree import ElementTree

from ceplib import ROOT

CONFIG = ROOT + "/etc/vz/disp_helper.json"
DISPATCHER = ROOT + "/etc/vz/dispatcher.xml"
OFF_FILE = ROOT + "/etc/vz/disp-helper-disable"
OFF_FILES = [OFF_FILE, ROOT + "/etc/vz/vzstats-disable"]

SLOTS = collections.OrderedDict([
    ("hardware", u"Mon breakfast"), ("network", u"Mon lunch"), ("memory", u"Mon dinner"),
    ("cpu", u"Tue breakfast"), ("disks", u"Tue lunch"), ("libvirt_guests", u"Tue dinner"),
    ("libvirt_stats", u"Wed breakfast"), ("ves_content", u"Wed lunch"), ("ves", u"Wed dinner"),
    ("services", u"Thu breakfast"), ("packages", u"Thu lunch"), ("clusters", u"Thu dinner"),
    ("cgroups", u"Fri breakfast"), ("simfs", u"Fri lunch"), ("static", u"Fri dinner"),
])
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MEALS = {u"breakfast": u"08:00", u"lunch": u"12:00", u"dinner": u"17:00"}
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
DAY, WEEK = SECONDS["d"], SECONDS["w"]


class Refused(Exception):
    """What the administrator has to correct, in one line."""


def seconds_of(text):
    found = re.match(r"(\d{1,6})([smhdw])\Z", text if isinstance(text, type(u"")) else "")
    return int(found.group(1)) * SECONDS[found.group(2)] if found else 0


def is_text(pattern):
    return lambda value: isinstance(value, type(u"")) and re.match(r"(?:%s)\Z" % pattern, value)


def is_table(names, is_value):
    return lambda value: isinstance(value, dict) and all(name in names and is_value(value[name]) for name in value)


def is_boolean(value):
    return value is True or value is False


# Key: default, what a value must be, and that in words.
KEYS = {
    "enabled": (u"auto", lambda value: is_boolean(value) or value == "auto", 'true, false or "auto"'),
    "sections": ({}, is_table(SLOTS, is_boolean), "an object of section names with true or false"),
    "schedule": ({}, is_table(SLOTS, is_text("(%s) (%s)" % ("|".join(WEEKDAYS), "|".join(MEALS)))),
                 'an object of section names with slots such as "Mon breakfast"'),
    "meals": ({}, is_table(MEALS, is_text("([01][0-9]|2[0-3]):[0-5][0-9]")),
              'an object of breakfast, lunch and dinner with times such as "08:00"'),
    "report_period": (u"1w", lambda value: is_text("[0-9]+[mhdw]")(value) and 900 <= seconds_of(value) <= 4 * WEEK,
                      'a time from "15m" to "4w"'),
    "protocol": (u"HTTPS", lambda value: value in ("HTTPS", "HTTP", "FILE"), '"HTTPS", "HTTP" or "FILE"'),
    "server": (u"https://stats7-web.openvz.org", is_text(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~/-]*)?"),
               "the address of a site, such as https://stats.example.org"),
    "proxy": (u"", is_text(r"(http://[!#-~]+)?"), '"" or an address such as http://proxy.example.org:3128'),
    "ca_file": (u"", is_text(r'(/[^"\x00-\x1f]+)?'), '"" or the path of a file of certificates'),
    "timeout": (u"60s", lambda value: is_text("[0-9]+s")(value) and 1 <= seconds_of(value) <= 600,
                'a time from "1s" to "600s"'),
}


def stated_config():
    """The file as it stands, in its order."""
    try:
        with open(CONFIG, "rb") as file:
            text = file.read().decode("utf-8")
    except (IOError, OSError) as error:
        if os.path.lexists(CONFIG):
            raise Refused("%s: %s" % (CONFIG, error.strerror))
        return collections.OrderedDict()
    try:
        stated = json.loads(text, object_pairs_hook=collections.OrderedDict)
    except ValueError as error:
        raise Refused("%s: not JSON: %s" % (CONFIG, error))
    if not isinstance(stated, dict):
        raise Refused("%s: not an object" % CONFIG)
    return stated


def load_config():
    """The configuration with all defaults filled in. Raises Refused for an unknown key and for a wrong value."""
    stated = stated_config()
    for key in stated:
        if key not in KEYS:
            raise Refused("%s: unknown key %s. Known: %s" % (CONFIG, json.dumps(key), ", ".join(sorted(KEYS))))
        if not KEYS[key][1](stated[key]):
            raise Refused("%s: %s must be %s" % (CONFIG, key, KEYS[key][2]))
    config = dict((key, stated.get(key, KEYS[key][0])) for key in KEYS)
    if config["protocol"] != "FILE" and not config["server"].startswith(config["protocol"].lower() + ":"):
        raise Refused("%s: server must begin with %s://" % (CONFIG, config["protocol"].lower()))
    config["sections"] = [name for name in SLOTS if config["sections"].get(name, True)]
    config["schedule"] = merged(SLOTS, config["schedule"])
    config["meals"] = merged(MEALS, config["meals"])
    config["period"] = config["report_period"]
    config["report_period"] = seconds_of(config["report_period"])
    config["timeout"] = seconds_of(config["timeout"])
    return config


def merged(defaults, stated):
    both = dict(defaults)
    both.update(stated)
    return both


def decision(config):
    """(on or off, what decided it). Whatever says off wins."""
    for path in OFF_FILES:
        if os.path.lexists(path):
            return False, path + " exists"
    if os.environ.get("DO_NOT_TRACK", "") not in ("", "0"):
        return False, "DO_NOT_TRACK is set"
    if config["enabled"] != "auto":
        return config["enabled"], "enabled in " + CONFIG
    return is_on_by_dispatcher(), "EnableSendStatisticReport in " + DISPATCHER


def is_on_by_dispatcher():
    """The host's choice by `prlsrvctl set --cep`. No file and no element: off."""
    try:
        found = [one.text for one in ElementTree.parse(DISPATCHER).iter("EnableSendStatisticReport")]
    except (IOError, OSError, ElementTree.ParseError):
        return False
    return bool(found) and all((text or "").strip() in ("1", "true") for text in found)


def phase(identifier):
    """Minutes by which this host is later than others."""
    return int(hashlib.sha256(identifier.encode("ascii")).hexdigest()[:8], 16) % 60 if identifier else 0


def last_slot(config, name, minutes, now):
    """The last time at or before `now` that the section's slot began, in seconds since 1970."""
    weekday, meal = config["schedule"][name].split(" ")
    hour, minute = config["meals"][meal].split(":")
    today = time.localtime(now)
    back = (today.tm_wday - WEEKDAYS.index(weekday)) % 7
    # mktime counts days across the ends of months, and knows when clocks are changed.
    slots = [time.mktime((today.tm_year, today.tm_mon, today.tm_mday - days,
                          int(hour), int(minute) + minutes, 0, 0, 0, -1)) for days in (back, back + 7)]
    return slots[0] if slots[0] <= now else slots[1]


def is_section_due(config, name, minutes, collected, now):
    """A time to come was written before the clock was set back: it says nothing."""
    return collected is None or collected > now or collected < last_slot(config, name, minutes, now)


def is_report_due(config, minutes, sent, now):
    spread = 60 * (minutes - 30) if config["report_period"] >= DAY else 0
    return sent is None or sent > now or sent + config["report_period"] + spread <= now


def my_host(config):
    """The page where a host's administrator sees and deletes what was sent."""
    return config["server"].rstrip("/") + "/my-host"
