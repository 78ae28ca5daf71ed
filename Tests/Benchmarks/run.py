#!/usr/bin/env python3
"""Measures what the design promises, each in one run with what a user would do instead.

    swift build -c release && sudo python3 Tests/Benchmarks/run.py --image 40 --write

Rows: reading burst calls pdf latency, and growth, which takes an hour (default: all). Needs cc, inotifywait (inotify-tools), pdftotext
and strace. Nothing else should run on the machine. With --write the figures go into Docs/Performance.md, those of growth into
Docs/Scale.md, and charts into Docs/Pictures.
"""
import argparse
import contextlib
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import chart
import rows
import scale

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROWS = {"reading": rows.reading, "burst": rows.burst, "calls": rows.calls, "pdf": rows.pdf, "latency": rows.latency,
        "growth": scale.growth}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", metavar="ROW", help=" ".join(ROWS))
    parser.add_argument("--binaries", default=os.path.join(TOP, ".build", "release"))
    parser.add_argument("--work", default=os.path.join(TOP, ".build", "benchmarks"), help="a folder on the disk to be measured")
    parser.add_argument("--keep", action="store_true", help="leave --work as it is at the end: the archive that grew is in WORK/growth")
    parser.add_argument("--image", type=int, metavar="GB", help="measure on a new ext4 of this size in a file beside --work; needs root")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--letters", type=int, default=20_000, help="letters in the burst")
    parser.add_argument("--sizes", default="1000,10000,100000,1000000", help="for growth: how many letters are filed")
    parser.add_argument("--minutes", type=float, default=25, help="a larger archive is left out when it would take longer")
    parser.add_argument("--pdfs", default=os.path.join(TOP, "..", "shared", "letters"), help="a folder of PDF letters")
    parser.add_argument("--write", action="store_true", help="put the figures into Docs")
    options = parser.parse_args()
    for name in options.rows:
        if name not in ROWS:
            parser.error(f"there is no row {name}; rows are: {' '.join(ROWS)}")
    return options


@contextlib.contextmanager
def image(path, gigabytes):
    """A new ext4 in a file, mounted; both go at the end, however that comes."""
    file = path + ".img"
    folder = tempfile.mkdtemp(prefix="imrd-benchmarks-")
    try:
        subprocess.run(["fallocate", "-l", f"{gigabytes}G", file], check=True)
        # Everything is written now: an inode table that is still being made would be measured, too.
        subprocess.run(["mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", file], check=True)
        subprocess.run(["mount", "-o", "loop", file, folder], check=True)
        try:
            yield os.path.join(folder, "work")
        finally:
            # What just ended may hold it for a moment.
            for _ in range(50):
                if subprocess.run(["umount", folder], stderr=subprocess.DEVNULL, check=False).returncode == 0:
                    break
                time.sleep(0.2)
    finally:
        with contextlib.suppress(OSError):
            os.rmdir(folder)
        with contextlib.suppress(OSError):
            os.unlink(file)


@contextlib.contextmanager
def folder(path, is_kept):
    """A folder that goes at the end, unless it is to be kept."""
    try:
        yield path
    finally:
        if not is_kept:
            shutil.rmtree(path, ignore_errors=True)


def table(measured):
    lines = ["| what | median (spread) | goal | rounds |", "|---|---|---|---|"]
    for row in measured:
        lines.append(f"| {row.what} | {rows.figure(row)} | {row.goal} | {len(row.values)} |")
    return "\n".join(lines)


def machine(options):
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    disk = "a new ext4 in a file" if options.image else "the disk as it is"
    return f"{os.cpu_count()} cores ({model}), Linux {platform.release()}, {disk}, load before the start {LOAD:.1f}"


def write(name, text):
    """Puts a text between the marks of a page of Docs."""
    path = os.path.join(TOP, "Docs", name)
    begin, end = "<!-- figures of run.py: begin -->", "<!-- figures of run.py: end -->"
    with open(path, encoding="utf-8") as file:
        page = file.read()
    before, rest = page.split(begin)
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + begin + "\n" + text + "\n" + end + rest.split(end)[1])


def show(options, page, picture, measured, text):
    """Prints figures and, when that is wanted, puts them into a page, below a chart of them."""
    print("\n" + text)
    if options.write:
        drawn = chart.write(measured, os.path.join(TOP, "Docs", "Pictures", picture))
        write(page, (f"![what was measured](Pictures/{picture})\n\n" if drawn else "") + text)


def measure(options, work):
    """Every row that is wanted; one that fails is told of, and the others are measured all the same."""
    bench = rows.Bench(options, work)
    measured, failed = {}, []
    for name in options.rows or ROWS:
        print(name, flush=True)
        try:
            measured[name] = ROWS[name](bench)
        except (OSError, RuntimeError, ValueError, subprocess.SubprocessError) as error:
            failed.append(name)
            print(f"  failed: {error}", flush=True)
        finally:
            bench.end_daemons()
    return measured, failed


def main():
    options = arguments()
    # Ended like any program, it takes its daemons and its disk away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    os.makedirs(os.path.dirname(os.path.abspath(options.work)), exist_ok=True)
    with image(options.work, options.image) if options.image else folder(options.work, options.keep) as work:
        measured, failed = measure(options, work)
    command = "python3 Tests/Benchmarks/run.py " + " ".join(sys.argv[1:])
    head = f"`{command.strip()}`, {time.strftime('%Y-%m-%d')}, {machine(options)}:\n\n"
    growth = measured.pop("growth", [])
    every = [row for found in measured.values() for row in found]
    if every:
        show(options, "Performance.md", "performance.svg", measured, head + table(every))
    if growth:
        show(options, "Scale.md", "growth.svg", {"growth": growth}, head + scale.table(growth) + "\n\n" + scale.whole(growth))
    if failed:
        sys.exit(f"run.py: these rows failed: {' '.join(failed)}")


LOAD = os.getloadavg()[0]
if __name__ == "__main__":
    main()
