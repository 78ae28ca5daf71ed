"""What the rows of the fault suite share: a root on disk, the daemon on it, and drops that are written down."""

import glob
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Oracle"))
import letters  # noqa: E402
import oracle  # noqa: E402

# What a letter may be held for, though it is one, when the process or pdftotext was killed while it was being read.
KILLED = ("reading it ended the process twice", "pdftotext was ended by signal 9")


class Broken(Exception):
    """The daemon did not do what it must."""


class NotPossible(Exception):
    """The row cannot be run on this machine, or not with these rights."""


def until(condition, seconds, what):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise Broken(f"not within {seconds} s: {what}")
        time.sleep(0.01)


def memory_of(process):
    """The most memory that a process ever had, in bytes."""
    with open(f"/proc/{process}/status", encoding="utf-8") as file:
        return int(re.search(r"VmHWM:\s+(\d+)", file.read())[1]) << 10


def compile_library(source, target):
    """Compiles a library that is loaded before the daemon's."""
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", target, os.path.join(HERE, source), "-ldl"], check=True)


class Scene:
    """A root, what was dropped into it, and the daemon that works on it."""

    def __init__(self, binary, folder=None, **environment):
        self.binary = binary
        self.folder = tempfile.mkdtemp(prefix="imrd-faults-", dir=folder)
        self.root = os.path.join(self.folder, "root")
        self.inbox = os.path.join(self.root, "inbox")
        self.staging = os.path.join(self.root, "staging")
        os.makedirs(self.inbox)
        os.makedirs(self.staging)
        self.environment = {"IMRD_INBOX_QUIET_PERIOD": "100", "IMRD_INBOX_SCAN_INTERVAL": "2"} | environment
        self.dropped = []
        self.process = None
        self.mounts = []
        self.lock = threading.Lock()
        self.starts = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for mount in reversed(self.mounts):
            subprocess.run(["umount", "-l", mount], check=True)
        if kind is None or not os.environ.get("KEEP"):
            shutil.rmtree(self.folder, ignore_errors=True)

    def mount(self, name, options):
        path = os.path.join(self.root, name)
        os.makedirs(path, exist_ok=True)
        try:
            subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", path], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise NotPossible(f"no small disk can be mounted: {error}") from None
        self.mounts.append(path)
        return path

    # Dropping.

    def note(self, name, content=None, kind=None, outcome=None):
        line = {"name": name} | ({"kind": kind} if kind else {"sha256": letters.digest(content)})
        with self.lock:
            self.dropped.append(line | ({"outcome": outcome} if outcome else {}))

    def drop(self, content, name, outcome="filed", by="rename"):
        """Drops a file by rename or by copy, and writes it down; a file that could not be written is none."""
        path = os.path.join(self.inbox, name)
        target = os.path.join(self.staging, name) if by == "rename" else path
        try:
            with open(target, "wb") as file:
                file.write(content)
            # Written down first, and taken back on failure: the daemon may be quicker than this line.
            if by == "rename":
                os.rename(target, path)
        except OSError:
            if os.path.exists(target):
                os.unlink(target)
            raise
        self.note(name, content, outcome=outcome)

    def drop_letters(self, numbers, **options):
        for number in numbers:
            self.drop(letters.text(number), f"letter-{number}.txt", **options)

    # The daemon.

    def start(self, wrapper=(), ready=True, seconds=120, **environment):
        self.starts += 1
        self.journal = os.path.join(self.folder, f"journal-{self.starts % 100}")
        with open(self.journal, "wb") as journal:
            self.process = subprocess.Popen(
                [*wrapper, self.binary, "run", "--root", self.root], stdin=subprocess.DEVNULL,
                stdout=journal, stderr=journal, env=os.environ | self.environment | environment)
        if ready:
            self.await_ready(seconds)

    def await_ready(self, seconds=120):
        until(lambda: self.process.poll() is not None or " ready" in self.said(), seconds, "ready")
        if self.process.poll() is not None:
            raise Broken(f"ended with {self.process.returncode} before it was ready: {self.last_line()}")

    def said(self):
        with open(self.journal, "rb") as journal:
            return journal.read().decode(errors="replace")

    def last_line(self):
        return (self.said().strip().splitlines() or ["(nothing)"])[-1]

    def private(self):
        try:
            return [name for name in os.listdir(os.path.join(self.inbox, ".imrd")) if name not in ("claims.jsonl", "held")]
        except FileNotFoundError:
            return []

    def in_inbox(self):
        return [name for name in os.listdir(self.inbox) if name != ".imrd"]

    def settle(self, seconds=120, leaving=()):
        """Waits until nothing but the given names is in the inbox or in flight."""
        def is_settled():
            if self.process.poll() is not None:
                raise Broken(f"ended with {self.process.returncode}: {self.last_line()}")
            return set(self.in_inbox()) <= set(leaving) and not self.private()
        until(is_settled, seconds, f"settled ({len(self.in_inbox())} in the inbox, {len(self.private())} in flight)")

    def stop(self, seconds=60, expect=0):
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Broken(f"still there {seconds} s after SIGTERM: {self.last_line()}") from None
        if code != expect:
            raise Broken(f"ended with {code} after SIGTERM, not {expect}: {self.last_line()}")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def end(self):
        """Ends whatever way it can: kill(1)s a process that is still there."""
        if self.process.poll() is None:
            self.kill()

    def finish(self, seconds=120, leaving=()):
        """A clean start, everything filed, a clean stop, and the oracle; returns its counts."""
        self.start()
        self.settle(seconds, leaving)
        self.stop()
        return self.judge()

    def judge(self):
        try:
            root = oracle.Root(self.root, self.dropped, tolerated=KILLED)
        except (OSError, ValueError, LookupError) as error:
            raise Broken(f"cannot be judged: {error!r}") from error
        if root.wrong:
            raise Broken("; ".join(root.wrong[:5]))
        return root.counts

    def ask(self, *verb):
        """What a verb of imrd prints."""
        result = subprocess.run([self.binary, *verb, "--root", self.root], capture_output=True, text=True,
                                env=os.environ | self.environment)
        return result.stdout

    def status(self):
        return json.loads(self.ask("status", "--json"))

    def entries(self):
        """The lines of the audit log."""
        return [entry for path in sorted(glob.glob(os.path.join(self.root, "log/audit/*.jsonl")))
                for entry in oracle.objects_of(path)]

    def write_dropped(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in self.dropped)
