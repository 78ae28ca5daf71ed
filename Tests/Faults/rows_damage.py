"""Rows 16 and 17: what somebody did to the archive or the log while the daemon was stopped."""

import glob
import os
import shutil
import subprocess

import letters
from harness import Broken, Scene
from rows_kill import copy_root


class Copies:
    """A small sound root, of which damaged copies are made."""

    def __init__(self, options):
        self.scene = Scene(options.bin)

    def __enter__(self):
        self.scene.drop(letters.text(3), "one.txt")
        self.scene.drop(letters.pdf(4), "two.pdf")
        self.scene.start()
        self.scene.settle()
        self.scene.stop()
        self.log = os.path.relpath(glob.glob(self.scene.root + "/log/audit/*.jsonl")[0], self.scene.root)
        return self

    def __exit__(self, *error):
        self.scene.__exit__(*error)

    def copy(self, scene):
        shutil.rmtree(scene.root)
        copy_root(self.scene.root, scene.root)
        scene.dropped = list(self.scene.dropped)
        return os.path.join(scene.root, self.log)


def content_of(path):
    with open(path, "rb") as file:
        return file.read()


def put(path, content):
    with open(path, "wb") as file:
        file.write(content)


def must_refuse(scene, log, what, tally):
    """The daemon must not start on this, say so in one line, and leave the log as it is."""
    tally.runs += 1
    before = content_of(log)
    result = subprocess.run([scene.binary, "run", "--root", scene.root], capture_output=True, text=True, timeout=120,
                            env=os.environ | scene.environment)
    said = result.stderr.strip().splitlines()
    if result.returncode != 71 or len(said) != 1 or not said[0].startswith("imrd: the audit log is damaged: "):
        tally.broke(f"{what}: ended with {result.returncode}: {result.stderr[-300:]!r}")
    elif content_of(log) != before:
        tally.broke(f"{what}: the damaged log was changed")


def log_damaged(options, tally):
    """17: the log cut at every byte, every byte changed, lines swapped, doubled, removed: refused; a torn last line: mended."""
    with Copies(options) as copies, Scene(options.bin) as scene:
        whole = content_of(copies.copy(scene))
        log = os.path.join(scene.root, copies.log)
        lines = whole.splitlines(keepends=True)
        for length in range(0, len(whole), options.stride):
            copies.copy(scene)
            put(log, whole[:length])
            must_refuse(scene, log, f"cut at byte {length}", tally)
        # With the frontier the start does not look at old lines: that is for `imrd verify`.
        changed = {f"byte {at} changed": whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:]
                   for at in range(0, len(whole), options.stride)}
        for at in range(len(lines)):
            changed[f"line {at} removed"] = b"".join(lines[:at] + lines[at + 1:])
            changed[f"line {at} doubled"] = b"".join(lines[:at + 1] + lines[at:])
            other = (at + 1) % len(lines)
            swapped = list(lines)
            swapped[at], swapped[other] = swapped[other], swapped[at]
            changed[f"lines {at} and {other} swapped"] = b"".join(swapped)
        for what, content in changed.items():
            copies.copy(scene)
            os.unlink(os.path.join(scene.root, "log/audit/frontier"))
            put(log, content)
            must_refuse(scene, log, what, tally)
        torn = b'{"seq":%d,"time":"2026-11-21T00:00:00.000Z","event":"filed"' % len(lines)
        for length in range(1, len(torn) + 1, max(1, options.stride // 4)):
            copies.copy(scene)
            put(log, whole + torn[:length])
            try:
                counts = scene.finish()
                if "log-repaired" not in [entry["event"] for entry in scene.entries()]:
                    raise Broken("the repair is not logged")
                tally.add(counts)
            except Broken as error:
                tally.broke(f"torn after {length} bytes: {error}")


def archive_damaged(options, tally):
    """16: a filed letter altered, removed, a strange one added: `imrd verify` names it, and exits with 1."""
    damages = {
        "altered": lambda path: put(path, content_of(path)[:-1] + b"?"),
        "cut": lambda path: os.truncate(path, 100),
        "emptied": lambda path: os.truncate(path, 0),
        "removed": os.unlink,
        "replaced by a link": lambda path: (os.rename(path, path + ".away"), os.symlink(path + ".away", path)),
        "beside a strange one": lambda path: put(path + ".strange", b"x"),
    }
    with Copies(options) as copies, Scene(options.bin) as scene:
        def verify():
            return subprocess.run([scene.binary, "verify", "--root", scene.root], capture_output=True, text=True, timeout=120,
                                  env=os.environ | scene.environment)
        copies.copy(scene)
        sound = verify()
        if sound.returncode != 0:
            raise Broken(f"a sound root does not verify: {sound.stdout} {sound.stderr}")
        for pattern in ("data/*.txt", "data/*.pdf"):
            for how, damage in damages.items():
                tally.runs += 1
                copies.copy(scene)
                path = sorted(glob.glob(f"{scene.root}/archive/*/*/*/{pattern}"))[-1]
                damage(path)
                result = verify()
                if result.returncode != 1 or os.path.basename(path) not in result.stdout + result.stderr:
                    tally.broke(f"{how}: {result.returncode}: {result.stdout[-300:]} {result.stderr[-300:]}")


ROWS = {"16-archive": archive_damaged, "17-log": log_damaged}
