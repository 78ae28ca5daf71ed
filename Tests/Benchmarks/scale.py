"""An archive that grows: what each size costs, and what the whole programme would cost on this machine."""
import os
import subprocess
import time

import letters
from rows import Row, figure, print_rows

# Letters decided since 2013, and how many are filed at a time while the archive grows.
WHOLE, PART = 1_700_000, 20_000


class Size(Row):
    """A row about an archive of some size."""

    def __init__(self, letters_filed, what, values, unit, goal=""):
        super().__init__(f"{letters_filed:,} letters filed: {what}", values, unit, goal)
        self.letters, self.kind = letters_filed, what


def timed(command):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def used(path):
    """Bytes on disk below a path."""
    if not os.path.exists(path):
        return 0
    return int(subprocess.run(["du", "-s", "-B1", path], check=True, capture_output=True, text=True).stdout.split()[0])


def growth(bench):
    """One archive that grows: the rate of the last letters, idle memory, start, what commands take, and disk."""
    daemon = bench.daemon("growth")
    found, there, began = [], 0, time.monotonic()
    for size in bench.sizes:
        spent = time.monotonic() - began
        if there and time.monotonic() + spent * size / there > bench.end:
            print(f"  {size:,} letters: left out, it would take {spent * size / there / 60:.0f} minutes (--minutes)")
            break
        rate = grow(bench, daemon, there, size)
        there = size
        found += looked_at(daemon, size, rate)
        print_rows([row for row in found if row.letters == size])
    daemon.stop()
    return found


def grow(bench, daemon, there, size):
    """Files letters up to that size; the rate of the last part."""
    rate = 0
    while there < size:
        source = bench.fresh("letters")
        part = min(PART, size - there)
        letters.make(bench.texts, source, part, first=there)
        start = time.monotonic()
        daemon.drop(source)
        daemon.wait_for(part)
        rate = part / (time.monotonic() - start)
        there += part
    return rate


def looked_at(daemon, size, rate):
    daemon.stop()
    ready = daemon.start()
    daemon.wait_until_idle()
    idle = daemon.memory()[0]
    def take(*words):
        return timed([daemon.imrd, *words, "--root", daemon.root])
    return [
        Size(size, "rate of the last part", [rate], "letters/s"),
        Size(size, "idle resident memory", [idle], "MB", "60" if size == 100_000 else ""),
        Size(size, "start to ready", [ready], "s", "1" if size == 1_000_000 else ""),
        Size(size, "`imrd anomalies`, the first page", [take("anomalies")], "s"),
        Size(size, "`imrd letters search pain`", [take("letters", "search", "pain")], "s"),
        Size(size, "`imrd verify`", [take("verify")], "s"), Size(size, "`imrd reindex`", [take("reindex")], "s"),
        *(Size(size, f"disk for the {part}", [used(os.path.join(daemon.root, path)) / 1e6], "MB")
          for part, path in (("archive", "archive"), ("log", "log"), ("register", "register.sqlite")))]


def table(found):
    """A row for each kind of figure, a column for each size."""
    sizes = sorted({row.letters for row in found})
    lines = ["| letters filed | " + " | ".join(f"{size:,}" for size in sizes) + " |", "|---|" + "---|" * len(sizes)]
    for kind in dict.fromkeys(row.kind for row in found):
        rows = {row.letters: row for row in found if row.kind == kind}
        lines.append(f"| {kind} | " + " | ".join(figure(rows[size]) for size in sizes) + " |")
    return "\n".join(lines)


def whole(found):
    """What all letters of the programme would take, from the largest size measured."""
    size = max(row.letters for row in found)
    figures = {row.kind: row.median for row in found if row.letters == size}
    times = WHOLE / size
    disk = {part: figures[f"disk for the {part}"] * times / 1000 for part in ("archive", "log", "register")}
    lines = [
        f"Measured with {size:,} letters of some 8 KB filed, and multiplied by {times:,.1f}: {WHOLE:,} letters as text would take", "",
        "| what | on this machine |", "|---|---|",
        f"| filing | {WHOLE / figures['rate of the last part'] / 3600:.1f} hours |",
        f"| `imrd verify` | {figures['`imrd verify`'] * times / 60:.0f} minutes |",
        f"| `imrd reindex` | {figures['`imrd reindex`'] * times / 60:.0f} minutes |",
        *(f"| disk for the {part} | {value:.1f} GB |" for part, value in disk.items())]
    return "\n".join(lines)
