#!/usr/bin/env python3
"""The oracle: says whether a stopped imrd kept its promise, sharing no code with it.

Usage: oracle.py --root ROOT --dropped FILE

FILE has one JSON object a line for each thing that was dropped: `name` as the log shows it, and either `sha256` (a file with
content) or `kind` (anything else: "fifo", "socket", "device", "link", "empty", "links"); optionally `outcome`, "filed" or
"held", which is then the only one that is right. The same line n times means that it was dropped n times.

What must be true once imrd has stopped cleanly:
- each arrival has exactly one outcome in the audit log (filed, duplicate, held; a held one may be released or discarded, and
  then its new outcome counts); of n arrivals with the same bytes one is
  filed and the others are duplicates of it, or all are held; whatever has no outcome still stands in the inbox;
- each filed path exists with that hash, and stands in its bag's manifest and records.jsonl, in the order of the log;
- nothing else stands in the bags, and each is a valid bag (RFC 8493);
- the anomaly log has the findings of the filed letters, each once, in the order of the log, and no others;
- held/ has one folder for each held entry, with original and reason.json; the private folder of the inbox is empty;
- the log's lines lead to the signed checkpoint (verify_log.py), and the register says what the log says.

Prints what is wrong, a line each, or "sound" with counts. Exit status 0: sound; 1: something is wrong; 2: cannot be checked.
Needs Python's standard library alone, and the openssl command for the signature.
"""

import argparse
import collections
import glob
import hashlib
import json
import os
import re
import sqlite3
import stat
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import verify_log  # noqa: E402

OUTCOMES = ("filed", "duplicate", "held", "discarded")
BAG_FILES = {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "records.jsonl", "data"}
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
# How the log says what a refused object is (`found` of its reason).
REFUSED = {
    "fifo": "a FIFO", "socket": "a socket", "device": "a device", "link": "a symbolic link",
    "empty": "empty: 0 bytes", "links": "it has several names",
}


def sha256_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def lines_of(path):
    """The lines of a file, each of which must end with a newline."""
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    if lines.pop():
        raise ValueError("the last line has no newline")
    return lines


def objects_of(path):
    return [json.loads(line) for line in lines_of(path)]


class Root:
    """What stands on disk below one root, with everything that is wrong with it."""

    def __init__(self, path, dropped, checks_log=True, tolerated=()):
        """`tolerated` are beginnings of reasons for which a letter may be held; such outcomes are counted as `excused`."""
        self.path = path
        self.dropped = dropped
        self.tolerated = tolerated
        self.wrong = []
        self.kept = set()
        self.counts = collections.Counter()
        if checks_log:
            self.wrong += [f"log: {line}" for line in verify_log.problems(self.at("log"), self.at("log/audit/key.pub"))]
        self.entries = []
        for file in sorted(glob.glob(glob.escape(self.at("log/audit")) + "/*.jsonl")):
            self.entries += objects_of(file)
        self.outcomes = self.last_outcomes()
        self.filed = {entry["arrival"]: entry for entry in self.outcomes if entry["event"] == "filed"}
        self.check_outcomes()
        records = self.check_bags()
        self.check_anomalies(records)
        self.check_held()
        self.check_private_folder()
        self.check_register()

    def at(self, *parts):
        return os.path.join(self.path, *parts)

    def say(self, text):
        self.wrong.append(text)

    # Arrivals.

    def last_outcomes(self):
        """The outcomes that count: not those of held arrivals that were released or discarded later."""
        outcomes = []
        held = {}
        for entry in self.entries:
            arrival = entry.get("arrival")
            if entry["event"] in ("released", "discarded"):
                if arrival not in held:
                    self.say(f"held: {arrival} is {entry['event']} at {entry['seq']}, but was not held")
                else:
                    outcomes[held.pop(arrival)] = None
            if entry["event"] == "held":
                held[arrival] = len(outcomes)
            if entry["event"] in OUTCOMES:
                outcomes.append(entry)
        return [entry for entry in outcomes if entry]

    def check_outcomes(self):
        seen = set()
        by_hash = collections.defaultdict(list)
        refused = []
        for entry in self.outcomes:
            self.counts[entry["event"]] += 1
            if entry["arrival"] in seen:
                self.say(f"twice: arrival {entry['arrival']} has a second outcome, {entry['event']} at {entry['seq']}")
            seen.add(entry["arrival"])
            if entry["sha256"]:
                by_hash[entry["sha256"]].append(entry)
            else:
                refused.append(entry)
        waiting = self.still_in_inbox()
        expected = collections.Counter(drop["sha256"] for drop in self.dropped if "sha256" in drop)
        wanted = {drop["sha256"]: drop["outcome"] for drop in self.dropped if "sha256" in drop and "outcome" in drop}
        for digest in expected.keys() | by_hash.keys():
            self.check_hash(digest, by_hash[digest], expected[digest], waiting[digest], wanted.get(digest))
        self.check_refused(refused)

    def check_hash(self, digest, entries, dropped, waiting, wanted):
        short = digest[:12]
        if len(entries) + waiting < dropped:
            self.say(f"lost: {short} was dropped {dropped} times, has {len(entries)} outcomes, {waiting} in the inbox")
        if len(entries) + waiting > dropped:
            self.say(f"twice: {short} was dropped {dropped} times, has {len(entries)} outcomes, {waiting} in the inbox")
        excused = [entry for entry in entries if self.is_excused(entry)]
        self.counts["excused"] += len(excused)
        entries = [entry for entry in entries if entry not in excused]
        kinds = [entry["event"] for entry in entries]
        if "held" in kinds or "discarded" in kinds:
            if not set(kinds) <= {"held", "discarded"}:
                self.say(f"outcome: {short} was held and also {kinds}")
        elif kinds and (kinds[0] != "filed" or kinds.count("filed") != 1):
            self.say(f"outcome: {short} must be filed once and then be a duplicate, but was {kinds[:8]}")
        for entry in entries:
            if entry["event"] == "duplicate" and entry["path"] != entries[0].get("path"):
                self.say(f"outcome: {entry['arrival']} is a duplicate of {entry['path']}, not of {entries[0].get('path')}")
        if wanted == "held" and not set(kinds) <= {"held", "discarded"}:
            self.say(f"outcome: {short} must be held, but was {kinds[:8]}")
        if wanted == "filed" and "held" in kinds:
            self.say(f"outcome: {short} is a letter, but was held: {entries[0]['reason']}")

    def is_excused(self, entry):
        return entry["event"] == "held" and entry["reason"]["found"].startswith(tuple(self.tolerated or ["\0"]))

    def check_refused(self, refused):
        expected = collections.Counter((drop["name"], drop["kind"]) for drop in self.dropped if "kind" in drop)
        found = collections.Counter()
        for entry in refused:
            what = self.first_reason(entry)["found"]
            kinds = [kind for kind, text in REFUSED.items() if what.startswith(text)]
            found[entry["name"], kinds[0] if kinds else what] += 1
        for name, kind in expected.keys() | found.keys():
            if expected[name, kind] != found[name, kind]:
                self.say(f"refused: {kind} {name!r} dropped {expected[name, kind]} times, held {found[name, kind]} times")

    def first_reason(self, entry):
        """Why an arrival was held, also where the entry says why it was discarded."""
        return next(one["reason"] for one in self.entries if one["event"] == "held" and one["arrival"] == entry["arrival"])

    def still_in_inbox(self):
        waiting = collections.Counter()
        for folder, folders, files in os.walk(self.at("inbox")):
            if ".imrd" in folders:
                folders.remove(".imrd")
            for name in files:
                path = os.path.join(folder, name)
                if stat.S_ISREG(os.lstat(path).st_mode):
                    waiting[sha256_of(path)] += 1
        self.counts["waiting"] = waiting.total()
        return waiting

    # The archive.

    def check_bags(self):
        """Checks every bag; returns all records by arrival."""
        records = {}
        bags = []
        for year in sorted(os.listdir(self.at("archive"))):
            for month in sorted(os.listdir(self.at("archive", year))):
                bags += [f"{year}/{month}/{day}" for day in sorted(os.listdir(self.at("archive", year, month)))]
        for entry in self.filed.values():
            if "/".join(entry["path"].split("/")[:3]) not in bags:
                self.say(f"bag: there is no bag for {entry['path']}")
        for bag in bags:
            if not re.fullmatch(r"\d{4}/\d\d/\d\d", bag):
                self.say(f"bag: archive/{bag} is no day")
                continue
            try:
                records |= self.check_bag(bag)
            except (OSError, ValueError, KeyError) as error:
                self.say(f"bag {bag}: {error}")
        return records

    def check_bag(self, bag):
        folder = self.at("archive", bag)
        names = set(os.listdir(folder)) - {"tagmanifest-sha256.txt"}
        for name in names ^ BAG_FILES:
            self.say(f"bag {bag}: {name} is {'missing' if name in BAG_FILES else 'nothing of a bag'}")
        with open(os.path.join(folder, "bagit.txt"), "rb") as file:
            if file.read() != DECLARATION:
                self.say(f"bag {bag}: bagit.txt is not that of a bag")
        manifest = self.check_manifest(bag, "manifest-sha256.txt")
        if not manifest:
            self.say(f"bag {bag}: it is empty")
        data = {"data/" + name for name in os.listdir(os.path.join(folder, "data"))}
        for name in data ^ manifest.keys():
            self.say(f"bag {bag}: {name} is {'not in the manifest' if name in data else 'missing'}")
        if os.path.exists(os.path.join(folder, "tagmanifest-sha256.txt")):
            self.check_seal(bag, data)
        return self.check_records(bag, manifest)

    def check_manifest(self, bag, name):
        listed = {}
        for line in lines_of(self.at("archive", bag, name)):
            match = re.fullmatch(r"([0-9a-f]{64})  ([^/].*)", line.decode())
            if not match or match[2] in listed:
                self.say(f"bag {bag}: {name}: {line!r} is malformed or doubled")
                continue
            listed[match[2]] = match[1]
            path = self.at("archive", bag, match[2])
            if os.path.exists(path) and sha256_of(path) != match[1]:
                self.say(f"bag {bag}: {match[2]} is not as the manifest says")
        return listed

    def check_seal(self, bag, data):
        tags = self.check_manifest(bag, "tagmanifest-sha256.txt")
        if set(tags) != BAG_FILES - {"data"}:
            self.say(f"bag {bag}: the tag manifest has {sorted(tags)}")
        size = sum(os.path.getsize(self.at("archive", bag, name)) for name in data)
        with open(self.at("archive", bag, "bag-info.txt"), encoding="utf-8") as file:
            if f"Payload-Oxum: {size}.{len(data)}\n" not in file.read():
                self.say(f"bag {bag}: Payload-Oxum is not {size}.{len(data)}")

    def check_records(self, bag, manifest):
        records = objects_of(self.at("archive", bag, "records.jsonl"))
        logged = [entry for entry in self.outcomes if entry["event"] == "filed" and entry["path"].startswith(bag + "/")]
        if [record["arrival"] for record in records] != [entry["arrival"] for entry in logged]:
            self.say(f"bag {bag}: records.jsonl and the log differ: {len(records)} records, {len(logged)} filed entries")
        allowed = set()
        for entry in logged:
            name = entry["path"].removeprefix(bag + "/")
            if manifest.get(name) != entry["sha256"]:
                self.say(f"bag {bag}: {name} is not in the manifest with the hash of the log")
            allowed |= {name, os.path.splitext(name)[0] + ".txt"}
        for name in manifest.keys() - allowed:
            self.say(f"bag {bag}: {name} belongs to no letter of the log")
        for record in records:
            entry = self.filed.get(record["arrival"], {})
            codes = list(dict.fromkeys(finding["code"] for finding in record["findings"]))
            if (record["path"], record["sha256"], codes) != (
                entry.get("path"), entry.get("sha256"), entry.get("findings")
            ):
                self.say(f"bag {bag}: the record of {record['arrival']} is not what the log says")
        return {record["arrival"]: record for record in records}

    # The rest.

    def check_anomalies(self, records):
        found = []
        for file in sorted(glob.glob(glob.escape(self.at("log/anomalies")) + "/*.jsonl")):
            found += [(line["arrival"], line["code"], line["item"], line["message"]) for line in objects_of(file)]
        expected = [
            (arrival, finding["code"], finding["item"], finding["message"])
            for arrival in self.filed for finding in records.get(arrival, {}).get("findings", [])
        ]
        if found != expected:
            missing = collections.Counter(expected) - collections.Counter(found)
            extra = collections.Counter(found) - collections.Counter(expected)
            self.say(f"anomalies: {missing.total()} missing, {extra.total()} too many, of {len(expected)}, or in disorder")

    def check_held(self):
        held = {entry["arrival"]: entry for entry in self.outcomes if entry["event"] == "held"}
        names = set(os.listdir(self.at("held"))) - {"discarded"}
        for name in names ^ held.keys():
            self.say(f"held: {name} is {'not held in the log' if name in names else 'missing'}")
        self.check_discarded()
        for name in names & held.keys():
            folder = self.at("held", name)
            elsewhere = self.at("inbox/.imrd/held", name)
            if set(os.listdir(folder)) == {"reason.json"} and os.path.lexists(elsewhere) and not held[name]["sha256"]:
                # A refused object that could not be moved to another filesystem.
                self.kept.add(name)
            elif set(os.listdir(folder)) != {"original", "reason.json"}:
                self.say(f"held: {name} has {sorted(os.listdir(folder))}")
                continue
            digest = held[name]["sha256"]
            if digest and sha256_of(os.path.join(folder, "original")) != digest:
                self.say(f"held: the original of {name} is not as it was dropped")
            reason = objects_of(os.path.join(folder, "reason.json"))[0]
            if any(reason[key] != value for key, value in held[name]["reason"].items()):
                self.say(f"held: reason.json of {name} is not what the log says")

    def check_discarded(self):
        discarded = {entry["arrival"]: entry for entry in self.outcomes if entry["event"] == "discarded"}
        folder = self.at("held/discarded")
        names = set(os.listdir(folder)) if os.path.exists(folder) else set()
        for name in names ^ discarded.keys():
            self.say(f"discarded: {name} is {'not discarded in the log' if name in names else 'missing'}")
        for name in names & discarded.keys():
            digest = discarded[name]["sha256"]
            if digest and sha256_of(os.path.join(folder, name, "original")) != digest:
                self.say(f"discarded: the original of {name} is not as it was held")

    def check_private_folder(self):
        private = self.at("inbox/.imrd")
        left = [name for name in os.listdir(private) if name not in ("claims.jsonl", "held")]
        if os.path.exists(private + "/held"):
            left += set(os.listdir(private + "/held")) ^ self.kept
        if left:
            self.say(f"unfinished: {len(left)} things stand in the inbox's private folder, such as {left[0]}")
        elif os.path.getsize(self.at("inbox/.imrd/claims.jsonl")):
            self.say("unfinished: claims.jsonl is not empty though nothing is claimed")
        with open(self.at("log/reading"), "rb") as file:
            if file.read():
                self.say("unfinished: marks of arrivals that are being read were left")

    def check_register(self):
        try:
            register = sqlite3.connect(f"file:{self.at('register.sqlite')}?mode=ro", uri=True)
            last = register.execute("SELECT seq FROM progress").fetchone()[0]
            arrivals = set(register.execute("SELECT arrival, event, seq FROM arrivals"))
            letters = set(register.execute("SELECT arrival, sha256, path FROM letters"))
            findings = register.execute(
                "SELECT arrival, code FROM findings JOIN letters ON letters.seq = findings.id >> 16 ORDER BY id").fetchall()
        except sqlite3.Error as error:
            return self.say(f"register: {error}")
        if last != len(self.entries) - 1:
            self.say(f"register: it ends at {last}, the log at {len(self.entries) - 1}")
        if arrivals != {(entry["arrival"], entry["event"], entry["seq"]) for entry in self.outcomes}:
            self.say("register: its arrivals are not those of the log")
        if letters != {(entry["arrival"], entry["sha256"], entry["path"]) for entry in self.filed.values()}:
            self.say("register: its letters are not those of the log")
        codes = collections.defaultdict(dict)
        for arrival, code in findings:
            codes[arrival][code] = True
        if {arrival: list(found) for arrival, found in codes.items()} != {
            arrival: entry["findings"] for arrival, entry in self.filed.items() if entry["findings"]
        }:
            self.say("register: its findings are not those of the log")


def read_dropped(path):
    return objects_of(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", required=True)
    parser.add_argument("--dropped", required=True)
    arguments = parser.parse_args()
    try:
        root = Root(arguments.root, read_dropped(arguments.dropped))
    except (OSError, ValueError, KeyError) as error:
        print(f"cannot check: {type(error).__name__}: {error}")
        return 2
    counts = ", ".join(f"{name} {root.counts[name]}" for name in (*OUTCOMES, "waiting"))
    print("\n".join(root.wrong) if root.wrong else f"sound: {counts}")
    return 1 if root.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
