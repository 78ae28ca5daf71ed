"""Rows 4, 7 and a part of 22: calls that fail or do less than they were asked to, and what crashes the reader."""

import collections
import glob
import os
import random
import re
import subprocess

import letters
from harness import Broken, Scene, compile_library, until
from rows_kill import attach, children, drop_mixture, most_calls

ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EROFS", "EMFILE", "EINTR")
FAILING_CALLS = (
    "openat", "pread64", "write", "pwrite64", "fsync", "ftruncate", "linkat", "renameat2", "renameat", "unlinkat", "mkdirat",
)
# How the daemon may end after an injected failure: it stopped, or one of the exit codes of `imrd run --help`.
ENDS = {0, 71, 73, 75, 77}


def failing_calls(options, tally):
    """4: errors at the calls of the filing path, once and for ever; the daemon goes on or ends with a code and one line."""
    ends = collections.Counter()
    for call in FAILING_CALLS:
        for error in ERRORS:
            for when in ("1", "2", "3", "4", "6", "9", "1+", "4+"):
                if random.random() * options.stride > 2 or (error == "EINTR" and when.endswith("+")):
                    continue
                with Scene(options.bin) as scene:
                    try:
                        end = run_with_failure(scene, call, error, when)
                        ends[end[0]] += 1
                        tally.add(scene.finish())
                    except Broken as failure:
                        tally.broke(f"{call} {error} {when}: {failure}")
                    else:
                        if end[0] not in ENDS or (end[0] and "imrd: " not in end[1]):
                            tally.broke(f"{call} {error} {when}: ended with {end[0]}: {end[1]}")
    tally.notes.append("ends: " + ", ".join(f"{code} × {count}" for code, count in sorted(ends.items())))


def run_with_failure(scene, call, error, when):
    scene.start()
    scene.drop_letters((5,))
    scene.settle()
    # What else is written to (standard error, event descriptors) does not fail like a disk.
    files = [os.path.join(scene.inbox, ".imrd/claims.jsonl"), *glob.glob(scene.root + "/archive/*/*/*/*.*")]
    tracer = attach(scene, f"{call}:error={error}:when={when}", files if call == "write" else ())
    scene.drop_letters((1, 2))
    scene.drop(letters.text(1), "again.txt")
    scene.drop(b"no letter at all\n", "none.txt", outcome="held")
    os.mkfifo(os.path.join(scene.inbox, "pipe"))
    scene.note("pipe", kind="fifo")
    try:
        until(lambda: scene.process.poll() is not None or not scene.in_inbox() and not scene.private(), 1.5, "over")
    except Broken:
        pass
    if scene.process.poll() is None:
        scene.process.terminate()
    try:
        code = scene.process.wait(120)
    except subprocess.TimeoutExpired:
        raise Broken(f"hangs: {scene.last_line()}") from None
    finally:
        scene.end()
        tracer.terminate()
        tracer.wait(120)
    return code, scene.last_line()


def failing_syncs(options, tally):
    """4b: each fsync from the start on fails once, or from then on: the daemon ends with a code, and never asks again."""
    most = most_calls(options, drop_mixture, launch=True)["fsync"]
    refused = collections.Counter()
    for number in range(1 + random.randrange(min(options.stride, most)), most + 1, options.stride):
        for when in (f"{number}", f"{number}+"):
            with Scene(options.bin) as scene:
                try:
                    drop_mixture(scene)
                    path = fail_one_sync(scene, when)
                    if path:
                        refused[re.sub(r"\w{26}|#?\d+", "N", path.removeprefix(scene.root + "/"))] += 1
                    tally.add(scene.finish())
                except Broken as error:
                    tally.broke(f"fsync {when}: {error}")
    tally.notes.append(f"{sum(refused.values())} syncs failed, of {len(refused)} kinds")


def fail_one_sync(scene, when):
    """Starts the daemon with a failing sync; returns the path that it was asked for, or None when it did not come so far."""
    log = os.path.join(scene.folder, "strace")
    scene.start(["strace", "-f", "-y", "-o", log, "-e", "trace=fsync", "-e", f"inject=fsync:error=EIO:when={when}"],
                ready=False)
    try:
        until(lambda: scene.process.poll() is not None or " ready" in scene.said() and not scene.in_inbox()
              and not scene.private(), 120, "ended or settled")
        for child in children(scene.process.pid) if scene.process.poll() is None else []:
            os.kill(child, 15)
        code = scene.process.wait(120)
    except subprocess.TimeoutExpired:
        raise Broken(f"hangs: {scene.last_line()}") from None
    with open(log, encoding="utf-8", errors="replace") as lines:
        asked = re.findall(r"fsync\(\d+<([^>]*)>(?:\(deleted\))?\) += (-?\d+)", lines.read())
    failed = [index for index, (_, result) in enumerate(asked) if result != "0"]
    if not failed:
        return None
    path = asked[failed[0]][0]
    # The space kept in reserve holds nothing: whether it is on disk is all the same.
    if path.endswith("/reserve"):
        return path
    if path in [later for later, _ in asked[failed[0] + 1:]]:
        raise Broken(f"{path} was synced again after a failure")
    if code == 0 or code not in ENDS or "imrd: " not in scene.last_line():
        raise Broken(f"{path} could not be synced, and it ended with {code}: {scene.last_line()}")
    return path


def poisoned(options, tally):
    """22: of what was being read when the process ended, only what ended it twice is held."""
    with Scene(options.bin) as scene:
        scene.start()
        tracer = attach(scene, "fsync:signal=KILL:when=1")
        scene.drop_letters(range(10))
        until(lambda: scene.process.poll() is not None, 120, "killed")
        tracer.wait(120)
        claimed = sorted(scene.private())[:2]
        if len(claimed) < 2:
            raise Broken("too little was in flight")
        with open(os.path.join(scene.root, "log/reading"), "w", encoding="utf-8") as marks:
            marks.writelines(f"{arrival} {times}\n" for times, arrival in enumerate(claimed, 1))
        tally.add(scene.finish())
        held = [entry["arrival"] for entry in scene.entries() if entry["event"] == "held"]
        if held != claimed[1:]:
            raise Broken(f"{held} were held, not {claimed[1:]}")


def short_transfers(options, tally):
    """7: every read and write of a file moves a few bytes only."""
    with Scene(options.bin) as scene:
        library = os.path.join(scene.folder, "shorten.so")
        compile_library("shorten.c", library)
        scene.drop_letters(range(100))
        scene.start(LD_PRELOAD=library)
        drop_mixture(scene)
        scene.drop_letters(range(200, 300), by="copy")
        scene.settle(120)
        scene.kill()
        scene.start(LD_PRELOAD=library)
        scene.stop()
        tally.add(scene.finish())


ROWS = {"4-errors": failing_calls, "4-syncs": failing_syncs, "7-short": short_transfers, "22-poison": poisoned}
