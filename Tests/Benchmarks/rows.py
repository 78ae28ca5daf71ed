"""The measurements, one function each. Every one takes a Bench and gives rows for the table."""
import glob
import os
import random
import shutil
import signal
import statistics
import subprocess
import time

import letters
from daemon import Daemon


class Row:
    """One line of the table: what, the figures of each round, their unit, and what they are compared with."""

    def __init__(self, what, values, unit, goal="", note=""):
        self.what, self.values, self.unit, self.goal, self.note = what, values, unit, goal, note

    @property
    def median(self):
        return statistics.median(self.values)


class Bench:
    """Where things are, and how much is measured."""

    def __init__(self, options, work):
        self.binaries, self.work, self.rounds, self.count = options.binaries, work, options.rounds, options.letters
        self.pdfs, self.sizes = options.pdfs, [int(size) for size in options.sizes.split(",")]
        self.daemons = []
        self.end = time.monotonic() + options.minutes * 60
        self.here = os.path.dirname(os.path.abspath(__file__))
        os.makedirs(work, exist_ok=True)
        self.texts = letters.invented(self.binaries, os.path.join(work, "invented"))
        self.floor = os.path.join(work, "floor")
        subprocess.run(["cc", "-O2", "-Wall", "-o", self.floor, os.path.join(self.here, "floor.c")], check=True)

    def real_texts(self):
        """The texts of the PDFs, as pdftotext lays them out."""
        folder = self.fresh("real")
        os.makedirs(folder)
        for pdf in glob.glob(os.path.join(self.pdfs, "*.pdf")) if self.pdfs else []:
            text = os.path.join(folder, os.path.basename(pdf) + ".txt")
            subprocess.run(["pdftotext", "-layout", pdf, text], check=True, stderr=subprocess.DEVNULL)
        return sorted(glob.glob(os.path.join(folder, "*.txt")))

    def fresh(self, name):
        """An empty place of that name. What stood there is gone from the disk, too: its removal is not to be measured."""
        path = os.path.join(self.work, name)
        if os.path.exists(path):
            shutil.rmtree(path, ignore_errors=True)
            os.sync()
        return path

    def daemon(self, name="root"):
        daemon = Daemon(self.binaries, self.fresh(name))
        self.daemons.append(daemon)
        daemon.start()
        return daemon

    def end_daemons(self):
        """Ends the daemons that a row left running when it failed."""
        for daemon in self.daemons:
            if daemon.process and daemon.process.poll() is None:
                daemon.process.kill()
                daemon.process.wait()
        self.daemons = []


def ratio(what, numerators, denominators, goal, note=""):
    return Row(what, [a / b for a, b in zip(numerators, denominators)], "×", goal, note)


def reading(bench):
    """Reading and checking of texts on one core, and memchr over the same bytes: invented letters, and real ones where there are any."""
    texts = {"one invented letter": sorted(glob.glob(os.path.join(bench.work, "invented", "*.txt")))}
    if real := bench.real_texts():
        texts[f"one of {len(real)} real letters"] = real
    rows = []
    for which, paths in texts.items():
        pages, against = [], []
        for _ in range(bench.rounds):
            command = [os.path.join(bench.binaries, "ReadingBenchmark"), *paths]
            for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
                if line.startswith("read and check"):
                    fields = line.split("\t")
                    pages.append(float(fields[2].split()[0]))
                    against.append(float(fields[3].split()[0]))
        rows += [
            Row(f"read and check {which}, for 4 KB", pages, "µs", "25"),
            Row("… against `memchr` over the same bytes", against, "×")]
    return rows


class Filed:
    """A burst: letters a second from the first rename to the last line in the log, the highest memory, processor time."""

    def __init__(self, bench, source):
        daemon = bench.daemon()
        # A burst comes to a daemon that runs: what its start leaves to be done is not the burst's.
        daemon.wait_until_idle()
        before = daemon.processor()
        start = time.monotonic()
        count = daemon.drop(source)
        daemon.wait_for(count)
        self.rate = count / (time.monotonic() - start)
        filing, every = (now - then for now, then in zip(daemon.processor(), before))
        self.filing, self.others = filing / count * 1e6, (every - filing) / count * 1e6
        self.memory = daemon.memory()[1]
        daemon.stop()


def floor(bench, source):
    archive = bench.fresh("floor-archive")
    os.makedirs(archive)
    printed = subprocess.run(
        [bench.floor, source, archive, os.path.join(bench.work, "floor-log")], capture_output=True, text=True, check=True)
    count, seconds = printed.stdout.split()
    return int(count) / float(seconds)


def user(bench, source):
    """The script of a competent user, fed by inotifywait."""
    inbox, archive = bench.fresh("user-inbox"), bench.fresh("user-archive")
    os.makedirs(inbox)
    os.makedirs(archive)
    names = os.listdir(source)
    watcher = subprocess.Popen(
        ["inotifywait", "-m", "-e", "close_write", "-e", "moved_to", "--format", "%f", inbox],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while b"Watches established" not in watcher.stderr.readline():
        pass
    script = subprocess.Popen(
        ["python3", os.path.join(bench.here, "user.py"), inbox, archive, str(len(names))], stdin=watcher.stdout)
    start = time.monotonic()
    for name in names:
        os.rename(os.path.join(source, name), os.path.join(inbox, name))
    script.wait()
    rate = len(names) / (time.monotonic() - start)
    watcher.terminate()
    watcher.wait()
    return rate


def burst(bench):
    """Text letters in one burst: imrd, the floor, the user's script."""
    ours, floors, users = [], [], []
    for _ in range(bench.rounds):
        for measure in ("floor", "imrd", "user"):
            source = bench.fresh("letters")
            letters.make(bench.texts, source, bench.count if measure != "user" else min(bench.count, 2000))
            if measure == "floor":
                floors.append(floor(bench, source))
            elif measure == "imrd":
                ours.append(Filed(bench, source))
            else:
                users.append(user(bench, source))
    rates = [burst.rate for burst in ours]
    return [
        Row(f"imrd: text letters filed, burst of {bench.count:,}", rates, "letters/s"),
        Row("the floor: `floor.c`, groups of 64", floors, "letters/s"),
        Row("a user's script: `inotifywait` and `user.py`", users, "letters/s"),
        ratio("imrd against the floor", rates, floors, "0.5"),
        ratio("imrd against the script", rates, users, ""),
        Row("processor time for a letter on the thread that files", [burst.filing for burst in ours], "µs"),
        Row("… on all others: claiming, reading, checking, index", [burst.others for burst in ours], "µs"),
        Row("resident memory in the burst, of imrd and imrd-watch, highest", [burst.memory for burst in ours], "MB", "150")]


def counted(command, log, *options):
    return subprocess.Popen(
        ["strace", "-f", "-c", "-o", log, *options, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def calls_in(log, count):
    """System calls for a letter, all together and those that sync."""
    total = syncs = 0
    with open(log, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if len(fields) >= 5 and fields[3].isdigit() and fields[-1] not in ("total", "syscall"):
                total += int(fields[3])
                syncs += int(fields[3]) if fields[-1] in ("fsync", "fdatasync") else 0
    return total / count, syncs / count


def calls(bench):
    """System calls for a letter in a burst of 2,000, as strace counts them: imrd and the floor."""
    count, log = min(bench.count, 2000), os.path.join(bench.work, "strace")
    source = bench.fresh("letters")
    letters.make(bench.texts, source, count)
    archive = bench.fresh("floor-archive")
    os.makedirs(archive)
    counted([bench.floor, source, archive, os.path.join(bench.work, "floor-log")], log).wait()
    floors = calls_in(log, count)
    letters.make(bench.texts, bench.fresh("letters"), count)
    daemon = bench.daemon()
    tracer = counted([], log, "-p", str(daemon.process.pid))
    daemon.wait_until_traced()
    daemon.drop(source)
    daemon.wait_for(count)
    tracer.send_signal(signal.SIGINT)
    tracer.wait()
    daemon.stop()
    ours = calls_in(log, count)
    return [
        Row("system calls for a letter in a burst", [ours[0]], "calls"), Row("… of the floor", [floors[0]], "calls"),
        Row("… syncs", [ours[1]], "calls"), Row("… syncs of the floor", [floors[1]], "calls")]


def pdf(bench):
    """PDF letters filed, and pdftotext alone on both cores."""
    sources = sorted(glob.glob(os.path.join(bench.pdfs, "*.pdf"))) if bench.pdfs else []
    if not sources:
        return []
    times = -(-500 // len(sources))
    ours, alone = [], []
    for _ in range(bench.rounds):
        source = bench.fresh("pdfs")
        count = letters.make_pdfs(sources, source, times)
        start = time.monotonic()
        find = subprocess.Popen(["find", source, "-name", "*.pdf", "-print0"], stdout=subprocess.PIPE)
        subprocess.run(
            ["xargs", "-0", "-P", str(os.cpu_count()), "-I", "{}", "pdftotext", "-layout", "{}", "{}.txt"],
            stdin=find.stdout, check=True, stderr=subprocess.DEVNULL)
        alone.append(count / (time.monotonic() - start))
        for path in glob.glob(os.path.join(source, "*.txt")):
            os.unlink(path)
        ours.append(Filed(bench, source).rate)
    return [
        Row(f"imrd: PDF letters filed, {count}", ours, "letters/s"),
        Row("`pdftotext -layout` alone, a process for each, on all cores", alone, "letters/s"),
        ratio("imrd against `pdftotext` alone", ours, alone, "0.9")]


def latency(bench):
    """One letter at a time, from its rename to the checkpoint after its line."""
    daemon = bench.daemon()
    source = bench.fresh("letters")
    letters.make(bench.texts, source, 300)
    chance = random.Random(1)
    times = []
    for name in sorted(os.listdir(source)):
        before = daemon.checkpoint()
        start = time.monotonic()
        os.rename(os.path.join(source, name), os.path.join(daemon.inbox, name))
        while daemon.checkpoint() == before:
            time.sleep(0.0002)
            if time.monotonic() - start > 60:
                raise RuntimeError(f"{name} was not filed in a minute: see {daemon.root}/journal")
        times.append((time.monotonic() - start) * 1000)
        time.sleep(chance.uniform(0.02, 0.1))
    daemon.stop()
    times.sort()
    return [
        Row("one letter, rename to log entry on disk, p50", [times[len(times) // 2]], "ms", "10"),
        Row("… p99", [times[len(times) * 99 // 100]], "ms", "50")]


def print_rows(rows):
    for row in rows:
        print(f"  {row.what}: {figure(row)}", flush=True)


def figure(row):
    """The median with its unit, and the spread where there are several rounds."""
    text = f"{number(row.median)} {row.unit}"
    if len(row.values) > 1:
        text += f" ({number(min(row.values))} to {number(max(row.values))})"
    return text


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
