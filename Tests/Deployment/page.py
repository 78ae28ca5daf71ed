#!/usr/bin/env python3
"""Prints the commands behind a root prompt in one section of a page, one a line.

Usage: page.py PAGE SECTION
"""
import sys

page, section = sys.argv[1:]
found, inside, current = [], False, ""
for line in open(page, encoding="utf-8"):
    line = line.rstrip("\n")
    if line.startswith("## "):
        current = line[3:]
    elif line.startswith("```"):
        inside = line == "```console"
    elif inside and line.startswith("# ") and current == section:
        found.append(line[2:])
if not found:
    sys.exit(f"{page} has no commands under \"{section}\"")
print("\n".join(found))
