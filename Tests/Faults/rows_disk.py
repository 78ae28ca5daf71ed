"""Rows 5 and 6: disks that are really full, of bytes and of inodes (root mounts a small tmpfs); and slow ones."""

import itertools
import os
import time

import letters
from harness import Broken, Scene, memory_of, until
from rows_kill import children

# What happens while the disk is full: it is freed, or the daemon is stopped or killed first.
ENDS = ("free", "stop", "kill")
# Which folder is on the small disk ("" is the whole root).
PLACES = ("", "archive", "log", "held", "inbox", "log/audit")


def fill(path, keep=0):
    """Takes all space but some kilobytes; returns what to remove for it to be free again."""
    name = os.path.join(path, ".filler")
    status = os.statvfs(path)
    with open(name, "wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(4096, status.f_bavail * status.f_frsize - keep))
    return name


def use_inodes(path):
    names = []
    try:
        while True:
            name = os.path.join(path, f".filler-{len(names)}")
            os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
            names.append(name)
    except OSError:
        return names


def drop_while_possible(scene, numbers):
    """Senders fail when their own disk is full; then nothing was dropped."""
    for number in numbers:
        try:
            scene.drop(letters.text(number), f"{number}.txt", by="copy" if number % 2 else "rename")
            if number % 10 == 0:
                scene.drop(f"no letter {number}\n".encode(), f"{number}.none", outcome="held")
            if number % 25 == 0:
                os.mkfifo(os.path.join(scene.inbox, f"pipe{number}"))
                scene.note(f"pipe{number}", kind="fifo")
        except OSError:
            pass


def full(options, tally, place, end, inodes=False):
    """Fills the disk under load; frees it, or stops or kills the daemon first."""
    with Scene(options.bin) as scene:
        disk = scene.mount(place, "size=24m" + (",nr_inodes=700" if inodes else ""))
        for folder in (scene.inbox, scene.staging):
            os.makedirs(folder, exist_ok=True)
        scene.start()
        drop_while_possible(scene, range(20))
        scene.settle(120)
        fillers = use_inodes(disk) if inodes else [fill(disk, keep=(16 if place == "log/audit" else 64) << 10)]
        if not inodes and place in ("", "log", "archive", "held"):
            drop_while_possible(scene, range(20, 60))
        drop_while_possible(scene, range(100, 240))
        try:
            until(lambda: "no space" in scene.said() or scene.process.poll() is not None, 6, "no space")
        except Broken:
            tally.notes.append(f"{place or 'all'}: never full")
        if scene.process.poll() is not None:
            raise Broken(f"{place}: ended with {scene.process.returncode}: {scene.last_line()}")
        if end == "stop":
            scene.stop()
        elif end == "kill":
            scene.kill()
            scene.start(ready=False)
            try:
                until(lambda: scene.process.poll() is not None or " ready" in scene.said(), 10, "started or refused")
            except Broken:
                pass
            if scene.process.poll() not in (None, 75):
                raise Broken(f"{place}: a start on a full disk ended with {scene.process.returncode}: {scene.last_line()}")
            if scene.process.poll() is None:
                scene.kill()
        for filler in fillers:
            os.unlink(filler)
        if end == "free":
            drop_while_possible(scene, range(300, 310))
            scene.settle(120)
            # No judgement yet: a register that failed for want of space may lag until the next start.
            scene.stop()
            tally.runs += 1
            said = [entry["event"] for entry in scene.entries() if entry["event"].startswith("storage")]
            if said and said[-1] != "storage-ok":
                tally.broke(f"{place or 'all'}: the log ends its storage events with {said[-1]}")
            tally.notes.append(f"{place or 'all'}: {said.count('storage-full')} full, {said.count('storage-ok')} ok")
        tally.add(scene.finish())


def bytes_full(options, tally):
    """5: no space left on the disk of one folder or of all, then freed; stopped and killed while full."""
    short = [("", "free"), ("held", "free"), ("archive", "stop"), ("log", "kill")]
    for place, end in short if options.short else itertools.product(PLACES, ENDS):
        try:
            full(options, tally, place, end)
        except Broken as error:
            tally.broke(f"{place or 'all'}, {end}: {error}")


def inodes_full(options, tally):
    """6: no inodes left for letters or for held files."""
    short = [("archive", "free"), ("held", "stop")]
    for place, end in short if options.short else itertools.product(("archive", "held"), ENDS):
        try:
            full(options, tally, place, end, inodes=True)
        except Broken as error:
            tally.broke(f"{place or 'all'}, {end}: {error}")


def slow(options, tally):
    """5b: every sync takes 20 ms and more letters come than can be filed: what is in flight stays bounded, and status says it."""
    count = 600 if options.short else 3000
    with Scene(options.bin, IMRD_INBOX_SCAN_INTERVAL="60") as scene:
        scene.start(["strace", "-f", "-o", "/dev/null", "--seccomp-bpf", "-e", "trace=fsync",
                     "-e", "inject=fsync:delay_exit=20000"])
        daemon = children(scene.process.pid)[0]
        scene.drop_letters(range(count))
        most = queued = slowest = 0
        said = False
        while scene.in_inbox():
            most = max(most, len(scene.private()))
            asked = time.monotonic()
            queued = max(queued, scene.status()["queue"])
            said = said or "full: more comes than the disk takes in" in scene.ask("status")
            slowest = max(slowest, time.monotonic() - asked)
            time.sleep(0.05)
        scene.settle(120)
        memory = memory_of(daemon)
        tally.notes.append(f"{most} claimed and {queued} in the queue at the most, {memory >> 20} MiB, "
                           f"status after {slowest:.1f} s at the latest")
        # Two queues of 256, a batch of 128, what the readers hold, and one in the hand of the intake.
        if most > 2 * 256 + 128 + os.cpu_count() + 1 or queued > 2 * 256:
            raise Broken(f"{most} were claimed, {queued} waited")
        if not said:
            raise Broken(f"the queue had {queued} at the most, and status never said that it was full")
        if memory > 150 << 20:
            raise Broken(f"it took {memory >> 20} MiB")
        os.kill(daemon, 15)
        if code := scene.process.wait(120):
            raise Broken(f"ended with {code}: {scene.last_line()}")
        tally.add(scene.judge())


ROWS = {"5-full": bytes_full, "6-inodes": inodes_full, "5-slow": slow}
