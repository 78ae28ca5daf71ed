#!/usr/bin/env python3
"""Does to a small log and archive everything that one move of the hand can do, and counts which verifier notices.

Usage: verifier_controls.py FOLDER [--every N]    FOLDER holds imrd and imrd-watch.

Files three letters on two days, one day sealed, and then, one after the other: changes every byte of every file that counts, in
its lowest bit; cuts the file there; swaps, doubles and removes every line; removes every file, and adds one to every folder.
verify_log.py sees every change, `imrd verify` every N-th of them (default 25; 1 is all, and takes long). Exit status 0: all were
reported; 1: not.
"""

import argparse
import functools
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "EndToEnd"))
import commands  # noqa: E402
import verify_log  # noqa: E402

# The same signature over the same text need not be asked for again.
verify_log.openssl_accepts = functools.lru_cache(maxsize=None)(verify_log.openssl_accepts)


def changes_of(data):
    """Every change of one file's content, with what it is."""
    for place in range(len(data)):
        yield f"byte {place}", data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]
        yield f"cut at {place}", data[:place]
    lines = data.splitlines(keepends=True)
    if len(lines) > 1000 or not data.endswith(b"\n"):
        return
    for number, line in enumerate(lines):
        yield f"line {number} removed", b"".join(lines[:number] + lines[number + 1:])
        yield f"line {number} doubled", b"".join(lines[:number + 1] + lines[number:])
        if number + 1 < len(lines) and lines[number + 1] != line:
            yield f"line {number} swapped", b"".join(lines[:number] + [lines[number + 1], line] + lines[number + 2:])


class Controls:
    def __init__(self, office, every):
        self.office = office
        self.every = every
        self.log = office.root / "log"
        self.archive = office.root / "archive"
        self.counts = {"python": 0, "imrd": 0}
        self.missed = []

    def look(self, what, asks_imrd=None):
        """Both verifiers must find something."""
        found = list(verify_log.problems(self.log, self.log / "audit" / "key.pub"))
        found += verify_log.archive_problems(str(self.log), str(self.archive))
        self.counts["python"] += 1
        if not found:
            self.missed.append(f"verify_log.py: {what}")
        if asks_imrd if asks_imrd is not None else self.counts["python"] % self.every == 0:
            done = subprocess.run(
                [self.office.imrd, "verify", "--root", self.office.root], capture_output=True, text=True)
            self.counts["imrd"] += 1
            if done.returncode != 1:
                self.missed.append(f"imrd verify ({done.returncode}): {what}")

    def run(self):
        files = sorted(self.log.glob("audit/*.jsonl")) + [self.log / "audit" / "checkpoint"]
        files += sorted(path for path in self.archive.rglob("*") if path.is_file())
        for path in files:
            data = path.read_bytes()
            path.chmod(0o600)
            for what, changed in changes_of(data):
                if changed != data:
                    path.write_bytes(changed)
                    self.look(f"{path.name}: {what}")
            path.unlink()
            # A seal that is gone looks like a bag that was never sealed, and says nothing.
            if not path.name.startswith("tagmanifest"):
                self.look(f"{path.name}: removed", asks_imrd=True)
            path.write_bytes(data)
        for folder in [self.archive, *sorted(path for path in self.archive.rglob("*") if path.is_dir())]:
            extra = folder / "extra.txt"
            extra.write_text("x")
            self.look(f"{extra}: added", asks_imrd=True)
            extra.unlink()
        self.office.sound()


def prepare(office):
    """Three letters, the first on a day that is over and sealed."""
    zones = [{"IMRD_ARCHIVE_TIME_ZONE": "Pacific/Kiritimati"}, {"IMRD_ARCHIVE_TIME_ZONE": "Pacific/Pago_Pago"}]
    # The day of Pago Pago is always before that of Kiritimati, so the first bag is over for the second daemon.
    for number, zone in enumerate(reversed(zones)):
        office.start(zone)
        for letter in range(number + 1):
            office.drop(f"{number}{letter}.txt", commands.letter(10 * number + letter + 1)[:2000])
        commands.wait(lambda: len(office.events("filed", "held")) == [1, 3][number], "filed")
        office.stop()
    assert len(office.events("filed")) == 3, "the letters were not filed"
    assert len(list((office.root / "archive").rglob("tagmanifest*"))) == 1, "no bag was sealed"
    office.sound()


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("Usage: ")[1].split("    ")[0])
    parser.add_argument("folder")
    parser.add_argument("--every", type=int, default=25)
    arguments = parser.parse_args()
    with commands.Office(str(pathlib.Path(arguments.folder).resolve() / "imrd")) as office:
        prepare(office)
        controls = Controls(office, arguments.every)
        controls.run()
    print("\n".join(controls.missed[:20]))
    seen = f"{controls.counts['python']} changes shown to verify_log.py, {controls.counts['imrd']} to imrd verify"
    print(f"{seen}: {len(controls.missed)} missed")
    return 1 if controls.missed else 0


if __name__ == "__main__":
    sys.exit(main())
