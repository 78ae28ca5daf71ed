#!/usr/bin/env python3
"""Reads the journal of imrd's units as JSON lines on standard input: each letter's line has its fields, and no line a word of a letter.

Usage: journalctl --output json … | journal.py LETTER [TEXT…]    No line may hold a TEXT, or four words of LETTER in a row.
"""
import json
import re
import sys


def words(text):
    return re.findall(r"\w+", text.lower())


def rows_of_four(text):
    found = words(text)
    return {tuple(found[place:place + 4]) for place in range(len(found) - 3)}


letter = rows_of_four(open(sys.argv[1], encoding="utf-8").read())
wrong, lines, filed = [], 0, 0
for line in sys.stdin:
    entry = json.loads(line)
    message = entry["MESSAGE"]
    # Not what systemd says about the units.
    if entry.get("_COMM") != "imrd":
        continue
    lines += 1
    everything = " ".join(str(value) for key, value in entry.items() if key == "MESSAGE" or key.startswith("IMRD_"))
    wrong += [f"{text!r} in: {message}" for text in sys.argv[2:] if text in everything]
    wrong += [f"text of a letter in: {message}" for _ in letter & rows_of_four(everything)]
    if message.startswith("filed "):
        filed += 1
        fields = {name: entry.get(name) for name in ("PRIORITY", "IMRD_ARRIVAL", "IMRD_CASE", "IMRD_CODE")}
        if not all(fields.values()) or not re.fullmatch(r"[0-9A-Z]{26}", fields["IMRD_ARRIVAL"]):
            wrong.append(f"fields {fields} in: {message}")
if not filed:
    wrong.append("no letter is in the journal")
print("\n".join(wrong) if wrong else f"{lines} lines, {filed} of them about a letter, with priority, arrival, case and codes; no word of a letter")
sys.exit(bool(wrong))
