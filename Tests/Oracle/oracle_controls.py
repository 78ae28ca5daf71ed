#!/usr/bin/env python3
"""Shows that the oracle can fail: does each kind of damage to a copy of a sound root, and asks the oracle.

Usage: oracle_controls.py --root ROOT --dropped FILE

The root must have letters of at least two batches, a PDF, a duplicate, a finding, a held file and a refused one. Damage to the
log is judged without the log's own checksums, so that each check of the oracle is shown to work alone. Exit status 0: the root
is sound and every damage is found.
"""

import argparse
import glob
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import oracle  # noqa: E402


def one(root, pattern):
    return sorted(glob.glob(os.path.join(root, pattern)))[0]


def rewrite(path, change):
    with open(path, "rb") as file:
        content = file.read()
    changed = change(content)
    assert changed != content, path
    with open(path, "wb") as file:
        file.write(changed)


def without_line(index):
    def change(content):
        lines = content.splitlines(keepends=True)
        del lines[index]
        return b"".join(lines)
    return change


def swapped(content):
    lines = content.splitlines(keepends=True)
    return b"".join([lines[1], lines[0], *lines[2:]])


def flipped(content):
    return content[:-20] + bytes([content[-20] ^ 1]) + content[-19:]


def log_entries(change):
    """Damage to the entries of the log, numbered again so that only their meaning is damaged."""
    def damage(root):
        path = one(root, "log/audit/*.jsonl")
        with open(path, "rb") as file:
            entries = [json.loads(line) for line in file.read().splitlines()]
        change(entries)
        for number, entry in enumerate(entries):
            entry["seq"] = number
        with open(path, "wb") as file:
            file.writelines(json.dumps(entry).encode() + b"\n" for entry in entries)
    return damage


def first(entries, event):
    return next(entry for entry in entries if entry["event"] == event)


def last(entries, event):
    return next(entry for entry in reversed(entries) if entry["event"] == event)


def become_duplicate(entries):
    entry = last(entries, "filed")
    entry["event"] = "duplicate"


def shared(entries):
    first(entries, "duplicate")["path"] = last(entries, "filed")["path"]


def sql(statement):
    def damage(root):
        with sqlite3.connect(os.path.join(root, "register.sqlite")) as register:
            register.execute(statement)
    return damage


def file_damage(pattern, change):
    return lambda root: rewrite(one(root, pattern), change)


def removal(pattern):
    def damage(root):
        path = one(root, pattern)
        shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
    return damage


def addition(pattern, name, content=b"x\n"):
    def damage(root):
        with open(os.path.join(one(root, pattern), name), "wb") as file:
            file.write(content)
    return damage


BAG = "archive/*/*/*"
# What is done, whether the log's own checksums are looked at, and what is done to the root.
DAMAGE = [
    ("a log line is gone", True, file_damage("log/audit/*.jsonl", without_line(3))),
    ("a byte of the log is another", True, file_damage("log/audit/*.jsonl", flipped)),
    ("the checkpoint is another", True, file_damage("log/audit/checkpoint", flipped)),
    ("a letter has no outcome", False, log_entries(lambda e: e.remove(last(e, "filed")))),
    ("a duplicate has no outcome", False, log_entries(lambda e: e.remove(first(e, "duplicate")))),
    ("a held file has no outcome", False, log_entries(lambda e: e.remove(first(e, "held")))),
    ("a letter is filed twice", False, log_entries(lambda e: e.append(dict(first(e, "filed"), arrival="0" * 26)))),
    ("an arrival has two outcomes", False, log_entries(lambda e: e.append(dict(first(e, "filed"), event="duplicate")))),
    ("a letter is only a duplicate", False, log_entries(become_duplicate)),
    ("a duplicate of another letter", False, log_entries(shared)),
    ("a letter is held", False, log_entries(lambda e: last(e, "filed").update(event="held", reason={"found": "?"}))),
    ("an outcome of nothing dropped", False, log_entries(lambda e: e.append(
        dict(first(e, "held"), arrival="1" * 26, sha256="0" * 64)))),
    ("findings of the log differ", False, log_entries(lambda e: first(e, "filed").update(findings=["S01", "S02"]))),
    ("a filed letter is gone", True, removal(BAG + "/data/*.txt")),
    ("a filed letter is altered", True, file_damage(BAG + "/data/*.txt", flipped)),
    ("the text beside a PDF is altered", True, lambda root: rewrite(
        one(root, BAG + "/data/*.pdf")[:-3] + "txt", flipped)),
    ("a strange file in data", True, addition(BAG + "/data", "strange.txt")),
    ("a strange file in a bag", True, addition(BAG, ".new")),
    ("a strange day", True, lambda root: os.makedirs(os.path.join(root, "archive/2026/11/00x"))),
    ("an empty bag", True, lambda root: shutil.copytree(
        one(root, BAG), os.path.join(root, "archive/2020/01/01"), ignore=lambda *_: [])),
    ("a bag is gone", True, removal(BAG)),
    ("bagit.txt is gone", True, removal(BAG + "/bagit.txt")),
    ("bagit.txt is another", True, file_damage(BAG + "/bagit.txt", flipped)),
    ("a line of the manifest is gone", True, file_damage(BAG + "/manifest-sha256.txt", without_line(0))),
    ("a line of the manifest is doubled", True, file_damage(
        BAG + "/manifest-sha256.txt", lambda c: c + c.splitlines(keepends=True)[0])),
    ("a hash of the manifest is another", True, file_damage(
        BAG + "/manifest-sha256.txt", lambda c: bytes([c[0] ^ 1]) + c[1:])),
    ("the manifest is torn", True, file_damage(BAG + "/manifest-sha256.txt", lambda c: c[:-1])),
    ("a record is gone", True, file_damage(BAG + "/records.jsonl", without_line(-1))),
    ("a record is doubled", True, file_damage(BAG + "/records.jsonl", lambda c: c + c.splitlines(keepends=True)[0])),
    ("records are in disorder", True, file_damage(BAG + "/records.jsonl", swapped)),
    ("a record says something else", True, file_damage(
        BAG + "/records.jsonl", lambda c: c.replace(b'"code":"D03"', b'"code":"D04"', 1))),
    ("a false seal", True, addition(BAG, "tagmanifest-sha256.txt", b"0" * 64 + b"  bagit.txt\n")),
    ("an anomaly is gone", True, file_damage("log/anomalies/*.jsonl", without_line(0))),
    ("an anomaly is doubled", True, file_damage(
        "log/anomalies/*.jsonl", lambda c: c + c.splitlines(keepends=True)[0])),
    ("an anomaly of an unlogged letter", True, file_damage("log/anomalies/*.jsonl", lambda c: c + json.dumps(
        json.loads(c.splitlines()[0]) | {"arrival": "2" * 26}).encode() + b"\n")),
    ("a held folder is gone", True, removal("held/*")),
    ("a held original is gone", True, removal("held/*/original")),
    ("a reason is gone", True, removal("held/*/reason.json")),
    ("a reason is another", True, file_damage("held/*/reason.json", lambda c: c.replace(b'"found":"', b'"found":"x'))),
    ("a held original is altered", True, lambda root: [
        rewrite(path, lambda c: c + b"x") for path in glob.glob(os.path.join(root, "held/*/original"))
        if os.path.isfile(path)]),
    ("something held that nobody logged", True, lambda root: os.makedirs(os.path.join(root, "held", "3" * 26))),
    ("a claimed file is left", True, addition("inbox/.imrd", "4" * 26)),
    ("the claim journal is left", True, addition("inbox/.imrd", "claims.jsonl")),
    ("a crash mark is left", True, addition("log", "reading")),
    ("the register lacks an arrival", True, sql("DELETE FROM arrivals WHERE event = 'filed' AND seq % 2 = 1")),
    ("the register lacks a letter", True, sql("DELETE FROM letters WHERE seq = (SELECT max(seq) FROM letters)")),
    ("the register lacks a finding", True, sql("DELETE FROM findings WHERE id = (SELECT max(id) FROM findings)")),
    ("the register lags", True, sql("UPDATE progress SET seq = seq - 1")),
    ("the register is gone", True, removal("register.sqlite")),
]


def verdict(root, dropped, checks_log):
    """What is wrong; a root that cannot even be read is wrong, too."""
    try:
        return oracle.Root(root, dropped, checks_log).wrong
    except (OSError, ValueError, KeyError) as error:
        return [f"cannot check: {error!r}"]


def controls(root, dropped):
    """Yields the name of each damage, and what the oracle says of it."""
    yield "nothing (must be sound)", [] if verdict(root, dropped, True) else ["sound"]
    for name, checks_log, damage in DAMAGE:
        with tempfile.TemporaryDirectory(prefix="imrd-oracle-") as folder:
            copy = os.path.join(folder, "root")
            subprocess.run(["cp", "-a", root, copy], check=True)
            damage(copy)
            yield name, verdict(copy, dropped, checks_log)
    yield "a drop more than there was", verdict(root, dropped + [{"name": "x", "sha256": "5" * 64}], True)
    yield "a FIFO more than there was", verdict(root, dropped + [{"name": "x", "kind": "fifo"}], True)
    yield "a letter that should be held", verdict(root, [
        dict(drop, outcome="held") if drop.get("outcome") == "filed" else drop for drop in dropped], True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", required=True)
    parser.add_argument("--dropped", required=True)
    arguments = parser.parse_args()
    blind = 0
    for name, found in controls(arguments.root, oracle.read_dropped(arguments.dropped)):
        print(f"{'found ' if found else 'MISSED'}  {name}{': ' + found[0] if found else ''}")
        blind += not found
    return 1 if blind else 0


if __name__ == "__main__":
    sys.exit(main())
