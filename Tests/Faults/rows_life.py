"""Rows 9, 18 to 21, and the oracle's own controls: what happens around the daemon."""

import datetime
import glob
import os
import random
import shutil
import subprocess
import threading
import time

import letters
import oracle_controls
from harness import Broken, Scene, compile_library, until


def inbox_replaced(options, tally):
    """9: the inbox moved, deleted and made again, mounted over: the daemon ends with 73, and the next start goes on."""
    for how in ("moved", "deleted", "mounted"):
        with Scene(options.bin) as scene:
            scene.drop_letters(range(50))
            scene.start()
            scene.drop_letters(range(50, 100))
            moved = os.path.join(scene.root, "moved")
            if how == "mounted":
                scene.settle()
                scene.mount("inbox", "size=8m")
            elif how == "moved":
                os.rename(scene.inbox, moved)
                os.mkdir(scene.inbox)
            else:
                scene.settle()
                shutil.rmtree(scene.inbox)
                os.mkdir(scene.inbox)
            try:
                until(lambda: scene.process.poll() is not None, 30, f"{how}: the end of the daemon")
                if scene.process.returncode != 73 or "moved, made again or mounted over" not in scene.last_line():
                    raise Broken(f"{how}: ended with {scene.process.returncode}: {scene.last_line()}")
                scene.drop_letters(range(200, 210), by="copy")
                if how == "moved":
                    subprocess.run(f"mv {moved}/[!.]* {scene.inbox}/; mv {moved}/.imrd {scene.inbox}/", shell=True,
                                   stderr=subprocess.DEVNULL)
                tally.add(scene.finish())
            except Broken as error:
                tally.broke(f"{how}: {error}")


def register_lost(options, tally):
    """18: the register deleted, damaged, emptied, replaced by an old one, under way and while stopped."""
    def flip(path):
        with open(path, "r+b") as file:
            file.seek(0)
            file.write(os.urandom(min(os.path.getsize(path), 1 << 16)))

    def damages(register):
        return {
            "deleted": lambda: [os.unlink(path) for path in glob.glob(register + "*")],
            "damaged": lambda: flip(register),
            "cut": lambda: os.truncate(register, 5000),
            # Not the file of shared memory: every program that maps a file dies when somebody cuts it.
            "emptied": lambda: [os.truncate(path, 0) for path in (register, register + "-wal") if os.path.exists(path)],
            "a folder": lambda: ([os.unlink(path) for path in glob.glob(register + "*")], os.mkdir(register)),
            "old": lambda: shutil.copy(register + ".old", register),
        }
    for how in random.sample(list(damages("")), 3 if options.short else 6):
        for under_way in (True, False):
            with Scene(options.bin) as scene:
                register = os.path.join(scene.root, "register.sqlite")
                scene.start()
                scene.drop_letters(range(20))
                scene.settle()
                scene.stop()
                shutil.copy(register, register + ".old")
                scene.start()
                scene.drop_letters(range(20, 40))
                scene.settle()
                if not under_way:
                    scene.stop()
                damages(register)[how]()
                try:
                    # The same bytes in another time zone are for another bag: only the register or the log knows them.
                    if not under_way:
                        scene.start(IMRD_ARCHIVE_TIME_ZONE="Pacific/Kiritimati")
                    scene.drop_letters(range(30, 60))
                    scene.settle()
                    scene.stop()
                    if how == "a folder" and os.path.isdir(register):
                        os.rmdir(register)
                    tally.runs += 1
                    scene.start(IMRD_ARCHIVE_TIME_ZONE="Pacific/Kiritimati")
                    scene.drop_letters(range(50, 70))
                    scene.settle()
                    scene.stop()
                    tally.add(scene.finish())
                except Broken as error:
                    tally.broke(f"{how}, {'under way' if under_way else 'stopped'}: {error}")


def register_lost_across_days(options, tally):
    """18b: the register fails under way and the day changes: the same bytes are still known."""
    with Scene(options.bin, IMRD_ARCHIVE_TIME_ZONE="Pacific/Kiritimati") as scene:
        scene.start()
        scene.drop_letters(range(20))
        scene.settle()
        scene.stop()
        scene.start(IMRD_ARCHIVE_TIME_ZONE="Pacific/Pago_Pago")
        register = os.path.join(scene.root, "register.sqlite")
        for path in glob.glob(register + "*"):
            with open(path, "r+b") as file:
                file.write(os.urandom(os.path.getsize(path)))
        scene.drop_letters(range(100, 110))
        scene.settle()
        scene.drop_letters(range(20))
        scene.settle()
        scene.stop()
        tally.add(scene.finish())


class Clock:
    """A wall clock for the daemon that can be set."""

    def __init__(self, scene):
        self.path = os.path.join(scene.folder, "clock")
        library = os.path.join(scene.folder, "clock.so")
        compile_library("clock.c", library)
        self.environment = {"LD_PRELOAD": library, "FAULTS_CLOCK": self.path}
        self.set(0)

    def set(self, offset):
        with open(self.path, "r+b" if os.path.exists(self.path) else "wb") as file:
            file.write(int(offset).to_bytes(8, "little", signed=True))

    def set_to(self, moment):
        self.set(datetime.datetime.fromisoformat(moment).timestamp() - time.time())


DAY = 86_400


def clock(options, tally):
    """19a: starts with the clock a year forth and back, at changes of summer time and of the year; half of them are killed."""
    with Scene(options.bin) as scene:
        clock = Clock(scene)
        number = 0
        for moment in (0, 365 * DAY, -365 * DAY, 0, 400 * DAY, "2026-11-01T08:59:59+00:00", "2027-03-14T09:59:59+00:00",
                       "2027-01-01T07:59:59+00:00", "2026-12-31T23:59:59+00:00", -700 * DAY, 0):
            clock.set_to(moment) if isinstance(moment, str) else clock.set(moment)
            scene.start(**clock.environment)
            scene.drop_letters(range(number, number + 20))
            scene.drop(letters.text(3), f"again-{number}.txt")
            scene.drop_letters(range(number + 20, number + 25), by="copy")
            if number % 2:
                scene.settle()
                scene.stop()
            else:
                time.sleep(random.random() * 0.5)
                scene.kill()
            number += 25
        tally.add(scene.finish())


def clock_under_way(options, tally):
    """19b: the clock jumps, and days and months end, while the daemon runs."""
    with Scene(options.bin) as scene:
        clock = Clock(scene)
        scene.start(**clock.environment)
        number = 0
        for offset in (0, 370 * DAY, 0, -370 * DAY, 3 * DAY, 0, 40 * DAY, -40 * DAY, 0):
            scene.drop_letters(range(number, number + 10))
            clock.set(offset)
            scene.drop_letters(range(number + 10, number + 20), by="copy")
            scene.drop(letters.text(1), f"again-{number}.txt")
            scene.settle(120)
            number += 20
        scene.stop()
        tally.add(scene.judge())
        tally.add(scene.finish())


def two_daemons(options, tally):
    """20: a second daemon on the same root refuses with one line and 75, and disturbs nothing."""
    with Scene(options.bin) as scene:
        scene.start()
        for number in range(5):
            scene.drop_letters(range(number * 20, number * 20 + 20))
            second = subprocess.run(
                [scene.binary, "run", "--root", scene.root], capture_output=True, text=True, timeout=120,
                env=os.environ | scene.environment)
            lines = second.stderr.strip().splitlines()
            if second.returncode != 75 or len(lines) != 1 or not lines[0].startswith("imrd: another imrd runs"):
                tally.broke(f"the second ended with {second.returncode}: {second.stderr!r}")
        scene.settle()
        if not scene.status()["running"]:
            raise Broken("the status does not reach the first daemon any more")
        scene.stop()
        tally.add(scene.judge())
        # Two at once: exactly one goes on.
        scene.start(ready=False)
        first = scene.process
        scene.start(ready=False)
        both = (first, scene.process)
        until(lambda: any(process.poll() is not None for process in both), 120, "one of two ends")
        ended, scene.process = both if both[0].poll() is not None else both[::-1]
        if ended.returncode != 75:
            tally.broke(f"of two at once one ended with {ended.returncode}")
        scene.settle()
        scene.stop()
        tally.add(scene.finish())


def stopped_under_load(options, tally):
    """21: SIGTERM (and SIGINT) under load, at any moment."""
    with Scene(options.bin) as scene:
        stop = threading.Event()

        def load():
            number = 0
            while not stop.is_set():
                number += 1
                content = letters.pdf(number) if number % 20 == 0 else letters.text(number)
                scene.drop(content, f"{number}.x", by="copy" if number % 4 == 0 else "rename")
                time.sleep(0.002 if len(os.listdir(scene.inbox)) < 500 else 0.05)
        thread = threading.Thread(target=load)
        thread.start()
        try:
            for _ in range(max(10, options.kills // 4)):
                scene.start(ready=False)
                if random.random() < 0.8:
                    scene.await_ready()
                    time.sleep(random.random() * 0.5)
                else:
                    time.sleep(random.random() * 0.2)
                    # Before the handlers are there the signal just ends the process.
                    if " ready" not in scene.said():
                        scene.process.terminate()
                        code = scene.process.wait(120)
                        if code not in (0, -15):
                            tally.broke(f"SIGTERM at start: {code}: {scene.last_line()}")
                        tally.runs += 1
                        continue
                try:
                    scene.stop()
                    if scene.private():
                        raise Broken(f"{len(scene.private())} claimed files left after a clean stop")
                except Broken as error:
                    tally.broke(str(error))
                    scene.end()
                tally.runs += 1
        finally:
            stop.set()
            thread.join()
        tally.add(scene.finish(300))


def controls(options, tally):
    """The oracle finds every damage that is done to a sound root."""
    with Scene(options.bin) as scene:
        os.mkfifo(os.path.join(scene.inbox, "pipe"))
        scene.note("pipe", kind="fifo")
        scene.drop_letters(range(1, 10))
        scene.drop(letters.pdf(20), "20.pdf")
        scene.drop(b"no letter at all\n", "none.txt", outcome="held")
        scene.start()
        scene.settle()
        scene.drop(letters.text(1), "again.txt")
        scene.drop_letters(range(30, 40))
        scene.settle()
        scene.stop()
        tally.add(scene.judge())
        for name, found in oracle_controls.controls(scene.root, scene.dropped):
            tally.runs += 1
            if not found:
                tally.broke(f"not found: {name}")


ROWS = {
    "9-inbox": inbox_replaced, "18-register": register_lost, "18-days": register_lost_across_days, "19-clock": clock,
    "19-jumps": clock_under_way, "20-two": two_daemons, "21-stop": stopped_under_load, "controls": controls,
}
