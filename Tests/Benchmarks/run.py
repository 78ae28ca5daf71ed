#!/usr/bin/env python3
"""Measures what the design promises, each in one run with what a user would do instead.

    swift build -c release && python3 Tests/Benchmarks/run.py [ROW…] [--write]

Rows: reading burst pdf latency growth (default: all but growth). Needs cc, inotifywait (inotify-tools) and pdftotext. Nothing
else should run on the machine. With --write the figures go into Docs/Performance.md.
"""
import argparse
import os
import platform
import shutil
import sys
import time

import rows

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BEGIN, END = "<!-- figures of run.py: begin -->", "<!-- figures of run.py: end -->"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", metavar="ROW", help="reading burst pdf latency growth")
    parser.add_argument("--binaries", default=os.path.join(TOP, ".build", "release"))
    parser.add_argument("--work", default=os.path.join(TOP, ".build", "benchmarks"), help="a folder on the disk to be measured")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--letters", type=int, default=20_000, help="letters in the burst")
    parser.add_argument("--sizes", default="1000,10000,100000", help="for growth: how many letters are filed")
    parser.add_argument("--pdfs", default=os.path.join(TOP, "..", "shared", "letters"), help="a folder of PDF letters")
    parser.add_argument("--write", action="store_true", help="put the figures into Docs/Performance.md")
    parser.add_argument("--keep", action="store_true", help="keep what was filed")
    return parser.parse_args()


def table(measured):
    lines = ["| what | median (spread) | goal | rounds |", "|---|---|---|---|"]
    for row in measured:
        lines.append(f"| {row.what} | {rows.figure(row)} | {row.goal} | {len(row.values)} |")
    return "\n".join(lines)


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores ({model}), Linux {platform.release()}"


def write(text):
    path = os.path.join(TOP, "Docs", "Performance.md")
    with open(path) as file:
        page = file.read()
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    with open(path, "w") as file:
        file.write(before + BEGIN + "\n" + text + "\n" + END + after)


def main():
    options = arguments()
    wanted = options.rows or ["reading", "burst", "pdf", "latency"]
    bench = rows.Bench(options.binaries, options.work, options.rounds, options.letters, options.pdfs)
    measured = []
    for name in wanted:
        print(name, flush=True)
        if name == "growth":
            found = rows.growth(bench, [int(size) for size in options.sizes.split(",")])
        elif name in ("reading", "burst", "pdf", "latency"):
            found = getattr(rows, name)(bench)
            rows.print_rows(found)
        else:
            sys.exit(f"run.py: there is no row {name}; rows are: reading burst pdf latency growth")
        measured += found
    command = "python3 Tests/Benchmarks/run.py " + " ".join(sys.argv[1:])
    text = f"`{command.strip()}`, {time.strftime('%Y-%m-%d')}, {machine()}:\n\n{table(measured)}"
    print("\n" + text)
    if options.write:
        write(text)
    if not options.keep:
        shutil.rmtree(options.work)


if __name__ == "__main__":
    main()
