"""Rows 1 and 2: killed at every system call, and killed at random."""

import collections
import os
import random
import re
import shutil
import subprocess
import threading
import time

import letters
from harness import Broken, Scene, until

# The calls by which the daemon changes or relies on what is on disk.
CALLS = (
    "openat", "read", "pread64", "write", "pwrite64", "fsync", "fdatasync", "sync_file_range", "ftruncate", "linkat",
    "renameat2", "renameat", "rename", "unlinkat", "unlink", "mkdirat", "fcntl", "newfstatat", "fstat", "getdents64",
)


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
    until(is_attached, 120, "strace attached")
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
        scene.process.wait(120)
        if not launch:
            tracer.wait(120)
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
                    scene.settle(120)
                except Broken:
                    if scene.process.poll() is None:
                        raise
                tally.counts["fired"] += scene.process.poll() is not None
                scene.end()
                tracer.wait(120)
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
                scene.settle(120)
            except Broken:
                pass
            scene.end()
            tracer.wait(120)
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
                              120, "killed or settled")
                        tally.counts["fired"] += scene.process.poll() is not None
                        for child in children(scene.process.pid) if scene.process.poll() is None else []:
                            os.kill(child, 9)
                        scene.process.wait(120)
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


ROWS = {"1-filing": filing_killed, "1-recovery": recovery_killed, "2-kills": random_kills}
