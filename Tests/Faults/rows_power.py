"""Row 3 on a real disk: ext4 and XFS on a loop device, its power cut by the shutdown ioctl without a flush of the journal.

What is promised, as seen from outside: once the journal of the daemon says `filed`, `held` or `duplicate` of an arrival, or
its status shows a checkpoint, the audit log says so for ever. The journal stands on another disk, and is written after the
log's sync; so every line of it that is there after the cut must be kept. And whatever a sender had synced (file and inbox)
must have exactly one outcome.
"""

import collections
import fcntl
import glob
import json
import os
import random
import socket
import struct
import subprocess
import threading
import time

import letters
import verify_log
from harness import Broken, NotPossible, Scene, compile_library, until
from rows_order import promises

# include/uapi/linux/ext4.h and fs/xfs/libxfs/xfs_fs.h have the same numbers: stop at once, and leave in memory what was not
# written to the journal.
SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2
# How large a disk of each kind is (there is a least size), and how it is made.
KINDS = {"ext4": (64 << 20, ["mkfs.ext4", "-q", "-F"]), "xfs": (320 << 20, ["mkfs.xfs", "-q", "-f"])}
CUTS_PER_DISK = 25
MOST_WAITING = 500


class PoweredScene(Scene):
    """A scene whose root is a disk that can lose its power."""

    def __init__(self, binary, kind="ext4", **environment):
        super().__init__(binary, **environment)
        self.kind = kind
        size, command = KINDS[kind]
        self.image = os.path.join("/dev/shm" if os.access("/dev/shm", os.W_OK) else self.folder, f"imrd-{os.getpid()}.img")
        with open(self.image, "wb") as file:
            file.truncate(size)
        self.uncertain = []
        self.has_power = True
        self.checkpoints = []
        self.journals = []
        os.rmdir(self.inbox)
        os.rmdir(self.staging)
        try:
            subprocess.run([*command, self.image], check=True, capture_output=True)
            self.plug_in()
        except (OSError, subprocess.CalledProcessError) as error:
            os.unlink(self.image)
            os.rmdir(self.root)
            os.rmdir(self.folder)
            raise NotPossible(f"no {kind} on a loop device: {error}") from None
        for folder in (self.inbox, self.staging):
            os.mkdir(folder)
        self.sync_folder(self.root)

    def __exit__(self, *error):
        super().__exit__(*error)
        os.unlink(self.image)

    def plug_in(self):
        subprocess.run(["mount", "-o", "loop", self.image, self.root], check=True, capture_output=True)
        self.mounts = [self.root]
        # An error where the disk is still the one without power.
        os.listdir(self.root)
        self.has_power = True

    def cut_power(self):
        self.has_power = False
        root = os.open(self.root, os.O_RDONLY)
        fcntl.ioctl(root, SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
        os.close(root)

    def plug_out(self):
        """Ends the daemon and takes the disk away; its children may hold it for a moment.

        While another mount namespace still has it, it would come back as it was: without power.
        """
        self.end()
        until(lambda: subprocess.run(["umount", self.root], capture_output=True).returncode == 0, 120, "unmounted")
        self.mounts = []
        until(lambda: not subprocess.run(["losetup", "-j", self.image], capture_output=True).stdout, 120, "unplugged")

    @staticmethod
    def sync_folder(path):
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def drop_surely(self, content, name):
        """Drops a file as a careful sender does; without power it may have arrived or not, and the answer is False."""
        staged = os.path.join(self.staging, name)
        is_dropped = False
        try:
            with open(staged, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.rename(staged, os.path.join(self.inbox, name))
            is_dropped = True
            self.sync_folder(self.inbox)
        except OSError:
            self.has_power = False
        # XFS says that a folder is synced when the shutdown threw its changes away before: no sync after it counts.
        if not is_dropped:
            return False
        if not self.has_power:
            self.uncertain.append((name, content))
            return False
        self.note(name, content)
        return True

    def see_checkpoint(self):
        """Asks the daemon for its checkpoint, as anybody may who then relies on it."""
        try:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(1)
                connection.connect(os.path.join(self.root, "run/control.sock"))
                connection.sendall(b'{"request":"status"}\n')
                with connection.makefile("rb") as answer:
                    self.checkpoints.append(json.loads(answer.read())["log"]["checkpoint"])
        except (OSError, ValueError, KeyError):
            pass

    def check_promises(self):
        """Compares the log on disk, before anybody mends it, with everything that was promised."""
        lines = []
        for path in sorted(glob.glob(os.path.join(self.root, "log/audit/*.jsonl"))):
            with open(path, "rb") as file:
                lines += file.read().split(b"\n")[:-1]
        entries = [json.loads(line) for line in lines]
        logged = {entry["arrival"]: entry["event"] for entry in entries if "arrival" in entry}
        count = 0
        for journal in self.journals:
            for arrival, event in promises([journal]).items():
                count += 1
                if logged.get(arrival) != event:
                    raise Broken(f"{arrival} had been said to be {event}, and is {logged.get(arrival, 'not in the log')}")
        for checkpoint in set(self.checkpoints):
            _, size, root, *_ = checkpoint.split("\n")
            leaves = [verify_log.sha256(b"\x00" + line) for line in lines[:int(size)]]
            if len(leaves) < int(size) or verify_log.root_of(leaves) != verify_log.strict_base64(root):
                raise Broken(f"a checkpoint of {size} lines had been shown, and {len(lines)} lines do not lead to it")
        return count

    def decide_uncertain(self):
        """What was dropped in the moment of the cut has arrived when it has outcomes; at most as many as there were drops."""
        outcomes = collections.Counter(entry.get("sha256") for entry in self.entries()
                                       if entry["event"] in ("filed", "duplicate", "held"))
        for name, content in self.uncertain:
            digest = letters.digest(content)
            if outcomes[digest] > sum(drop.get("sha256") == digest for drop in self.dropped):
                self.note(name, content)


def count_of(folder):
    """How many names a folder has; none without power."""
    try:
        return len(os.listdir(folder))
    except OSError:
        return 0


def load(scene, numbers, stop):
    """Drops letters, one in nine of them for a second time, until the power fails."""
    for number in numbers:
        content = letters.pdf(number) if number % 40 == 0 else letters.text(number - number % 9 // 8)
        if stop.is_set() or not scene.drop_surely(content, f"{number}.x"):
            return
        if number % 7 == 0:
            scene.see_checkpoint()
        # On a busy machine the daemon is slower than the sender, and the small disk would be full of what waits.
        while number % 50 == 0 and not stop.is_set() and count_of(scene.inbox) > MOST_WAITING:
            time.sleep(0.02)
        time.sleep(random.random() * 0.003)


def cut_once(scene, numbers, **environment):
    """One life of the daemon, under load, up to a cut at any moment; returns how many promises stood in its journals."""
    stop = threading.Event()
    sender = threading.Thread(target=load, args=(scene, numbers, stop))
    scene.start(ready=False, **environment)
    sender.start()
    if random.random() < 0.75:
        scene.await_ready()
        time.sleep(random.random() * 0.3)
    else:
        # In the middle of the recovery.
        time.sleep(random.random() * 0.15)
    said_with_power = scene.said()
    scene.cut_power()
    stop.set()
    sender.join()
    scene.plug_out()
    # An ext4 without power fails every sync, so whatever was said counts; of XFS only what was said before the cut.
    scene.journals.append(scene.said() if scene.kind == "ext4" else said_with_power)
    scene.plug_in()
    return scene.check_promises()


def judged(scene, tally):
    scene.start()
    scene.settle(120)
    scene.stop()
    scene.decide_uncertain()
    tally.add(scene.judge())


def power_cuts(options, tally):
    """3d: the power of an ext4 fails at random moments under load, again and again; then a new disk."""
    cut_power_of("ext4", options.cuts, options, tally)


def power_cuts_of_xfs(options, tally):
    """3e: the same on XFS, for a fifth of the cuts."""
    cut_power_of("xfs", max(10, options.cuts // 5), options, tally)


def cut_power_of(kind, cuts, options, tally):
    all_cuts = cuts
    promised = shown = dropped = 0
    while cuts > 0:
        with PoweredScene(options.bin, kind) as scene:
            numbers = iter(range(1, 1_000_000))
            for _ in range(min(cuts, CUTS_PER_DISK)):
                cuts -= 1
                tally.runs += 1
                count = cut_once(scene, numbers)
            tally.runs -= 1
            judged(scene, tally)
            promised += count
            shown += len(set(scene.checkpoints))
            dropped += len(scene.dropped)
    tally.notes.append(f"{all_cuts} cuts, {dropped} synced drops, {promised} promises and {shown} checkpoints kept")
    if not promised or not shown:
        raise Broken("nothing was promised, so this proves nothing")


def cuts_without_syncs(options, tally):
    """3f, the control of 3d: with syncs that do nothing, promises are broken."""
    with PoweredScene(options.bin) as scene:
        library = os.path.join(scene.folder, "nosync.so")
        compile_library("nosync.c", library)
        numbers = iter(range(1, 1_000_000))
        for cut in range(1, 41):
            tally.runs += 1
            try:
                cut_once(scene, numbers, LD_PRELOAD=library)
                scene.start(ready=False)
                scene.await_ready()
                scene.kill()
            except (Broken, ValueError) as error:
                tally.notes.append(f"caught at cut {cut}: {error}")
                return
        tally.broke("40 power cuts without any sync broke no promise")


ROWS = {"3-power": power_cuts, "3-power-xfs": power_cuts_of_xfs, "3-nosync": cuts_without_syncs}
