"""Rows 1, 2, 4 and 7: killed, refused and cut short at every system call, and killed at random."""

import collections
import glob
import os
import random
import re
import shutil
import subprocess
import threading
import time

import letters
from harness import Broken, Scene, compile_library, until

# The calls by which the daemon changes or relies on what is on disk.
CALLS = (
    "openat", "read", "pread64", "write", "pwrite64", "fsync", "fdatasync", "sync_file_range", "ftruncate", "linkat",
    "renameat2", "renameat", "rename", "unlinkat", "unlink", "mkdirat", "fcntl", "newfstatat", "fstat", "getdents64",
)
ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EROFS", "EMFILE", "EINTR")
FAILING_CALLS = (
    "openat", "pread64", "write", "pwrite64", "fsync", "ftruncate", "linkat", "renameat2", "renameat", "unlinkat", "mkdirat",
)
# How the daemon may end after an injected failure: it stopped, or one of the exit codes of `imrd run --help`.
ENDS = {0, 71, 73, 75, 77}


def attach(scene, expression, paths=()):
    """Lets strace into the running daemon, for calls on the given paths only; returns when it is there."""
    log = os.path.join(scene.folder, "strace")
    tracer = subprocess.Popen(
        ["strace", "-f", "-y", "-o", log, "-p", str(scene.process.pid), "-e", "trace=" + expression.split(":")[0],
         "-e", "inject=" + expression, *(f"-P{path}" for path in paths)], stderr=subprocess.PIPE)
    threads = f"/proc/{scene.process.pid}/task"

    def is_attached():
        if scene.process.poll() is not None:
            return True
        for thread in os.listdir(threads):
            with open(f"{threads}/{thread}/status", encoding="utf-8") as status:
                if f"TracerPid:\t{tracer.pid}" not in status.read():
                    return False
        return True
    until(is_attached, 10, "strace attached")
    return tracer


def drop_mixture(scene):
    """One of each outcome: two texts, a PDF, a duplicate, no letter, a FIFO, and one by copy."""
    scene.drop(letters.text(1), "one.txt")
    scene.drop(letters.pdf(2), "two.pdf")
    scene.drop(letters.text(1), "again.txt")
    scene.drop(b"no letter at all\n", "none.txt", outcome="held")
    os.mkfifo(os.path.join(scene.inbox, "pipe"))
    scene.note("pipe", kind="fifo")
    scene.drop(letters.text(3), "three.txt", by="copy")


def most_calls(options, prepare, launch):
    """How often one thread does each call in an undisturbed run; `launch` says whether strace starts the daemon."""
    with Scene(options.bin) as scene:
        log = os.path.join(scene.folder, "strace")
        wrapper = ["strace", "-f", "-o", log, "-e", "trace=" + ",".join(CALLS)]
        if launch:
            prepare(scene)
            scene.start(wrapper)
            child = children(scene.process.pid)[0]
        else:
            scene.start()
            child = scene.process.pid
            tracer = attach(scene, ",".join(CALLS) + ":delay_enter=0")
            prepare(scene)
        scene.settle()
        os.kill(child, 15)
        scene.process.wait(30)
        if not launch:
            tracer.wait(10)
        counts = collections.Counter()
        with open(log, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if match := re.match(r"(\d+) +(\w+)\(", line):
                    counts[match[1], match[2]] += 1
        most = collections.Counter()
        for (_, call), count in counts.items():
            most[call] = max(most[call], count)
        return most


def children(process):
    with open(f"/proc/{process}/task/{process}/children", encoding="utf-8") as file:
        return [int(child) for child in file.read().split()]


def points(most, stride, calls):
    """Every stride-th of all places, spread over the calls."""
    every = [(call, number) for call in calls for number in range(1, most[call] + 1)]
    return every[random.randrange(min(stride, len(every)))::stride]


def filing_killed(options, tally):
    """1a: kill -9 at every system call of a running daemon that claims, reads, files, holds."""
    most = most_calls(options, drop_mixture, launch=False)
    for call, number in points(most, options.stride, CALLS):
        with Scene(options.bin) as scene:
            try:
                scene.start()
                tracer = attach(scene, f"{call}:signal=KILL:when={number}")
                drop_mixture(scene)
                try:
                    scene.settle(20)
                except Broken:
                    if scene.process.poll() is None:
                        raise
                tally.counts["fired"] += scene.process.poll() is not None
                scene.end()
                tracer.wait(10)
                tally.add(scene.finish())
            except Broken as error:
                tally.broke(f"{call} {number}: {error}")
    tally.notes.append(
        f"{tally.counts['fired']} killed, {tally.counts['excused']} held because they were killed while read")


def interrupted_roots(options, folder):
    """Roots as kills in the middle of filing leave them, with what was dropped."""
    roots = []
    for call, number in (("linkat", 3), ("fsync", 4), ("write", 6), ("pwrite64", 2), ("unlinkat", 2), ("renameat2", 3),
                         ("fsync", 9), ("ftruncate", 1)):
        with Scene(options.bin) as scene:
            scene.start()
            tracer = attach(scene, f"{call}:signal=KILL:when={number}")
            drop_mixture(scene)
            try:
                scene.settle(20)
            except Broken:
                pass
            scene.end()
            tracer.wait(10)
            copy = os.path.join(folder, f"{call}-{number}")
            copy_root(scene.root, copy)
            roots.append((copy, scene.dropped))
    return roots


def copy_root(source, target):
    """Copies a root with its FIFOs; a socket is left out."""
    subprocess.run(["cp", "-a", source, target], check=True)
    shutil.rmtree(os.path.join(target, "run"), ignore_errors=True)


def recovery_killed(options, tally):
    """1b: kill -9 at every system call of a start that has something to recover."""
    with Scene(options.bin) as store:
        for root, dropped in interrupted_roots(options, store.folder)[:3 if options.short else None]:
            def prepare(scene, root=root, dropped=dropped):
                shutil.rmtree(scene.root)
                copy_root(root, scene.root)
                scene.dropped = list(dropped)
            most = most_calls(options, prepare, launch=True)
            for call, number in points(most, options.stride * 2, CALLS):
                with Scene(options.bin) as scene:
                    prepare(scene)
                    wrapper = ["strace", "-f", "-o", "/dev/null", "-e", "trace=" + call,
                               "-e", f"inject={call}:signal=KILL:when={number}"]
                    try:
                        scene.start(wrapper, ready=False)
                        until(lambda: scene.process.poll() is not None or not scene.in_inbox() and not scene.private(),
                              20, "killed or settled")
                        tally.counts["fired"] += scene.process.poll() is not None
                        for child in children(scene.process.pid) if scene.process.poll() is None else []:
                            os.kill(child, 9)
                        scene.process.wait(10)
                        tally.add(scene.finish())
                    except Broken as error:
                        tally.broke(f"{os.path.basename(root)}, {call} {number}: {error}")
    tally.notes.append(f"{tally.counts['fired']} killed, {tally.counts['excused']} held because they were killed while read")


def random_kills(options, tally):
    """2: kill -9 at random under load."""
    with Scene(options.bin) as scene:
        stop = threading.Event()

        def load():
            number = 0
            while not stop.is_set():
                number += 1
                if len(os.listdir(scene.inbox)) > 400:
                    time.sleep(0.01)
                    continue
                content = letters.pdf(number) if number % 40 == 0 else letters.text(number - number % 9 // 8)
                scene.drop(content, f"{number}.x", by="copy" if number % 5 == 0 else "rename")
                time.sleep(random.random() * 0.004)
        thread = threading.Thread(target=load)
        thread.start()
        try:
            for kill in range(options.kills):
                scene.start(ready=False)
                time.sleep(random.random() ** 2 * 0.6)
                if scene.process.poll() is not None:
                    raise Broken(f"kill {kill}: ended with {scene.process.returncode}: {scene.last_line()}")
                scene.kill()
                tally.runs += 1
                if kill % 100 == 99:
                    scene.start()
                    scene.stop()
        finally:
            stop.set()
            thread.join()
        tally.add(scene.finish(300))
        tally.notes.append(f"{len(scene.dropped)} dropped, {tally.counts['excused']} held because they were killed while read")


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
        code = scene.process.wait(15)
    except subprocess.TimeoutExpired:
        raise Broken(f"hangs: {scene.last_line()}") from None
    finally:
        scene.end()
        tracer.terminate()
        tracer.wait(10)
    return code, scene.last_line()


def poisoned(options, tally):
    """22: of what was being read when the process ended, only what ended it twice is held."""
    with Scene(options.bin) as scene:
        scene.start()
        tracer = attach(scene, "fsync:signal=KILL:when=1")
        scene.drop_letters(range(10))
        until(lambda: scene.process.poll() is not None, 20, "killed")
        tracer.wait(10)
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


ROWS = {
    "1-filing": filing_killed, "1-recovery": recovery_killed, "2-kills": random_kills, "4-errors": failing_calls,
    "7-short": short_transfers, "22-poison": poisoned,
}
