"""A running imrd that is measured from outside: by its readiness message, its log on disk and /proc."""
import os
import signal
import socket
import subprocess
import time


class Daemon:
    """`imrd run --root ROOT`, from start() to stop()."""

    def __init__(self, binaries, root):
        self.imrd = os.path.join(binaries, "imrd")
        self.root = root
        self.inbox = os.path.join(root, "inbox")
        self.process = None
        self.offsets = {}
        self.logged = 0

    def start(self):
        """Starts it; returns the seconds from exec to READY=1."""
        os.makedirs(self.root, exist_ok=True)
        path = os.path.join(self.root, "notify.sock")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
            if os.path.exists(path):
                os.unlink(path)
            ready.bind(path)
            ready.settimeout(600)
            start = time.monotonic()
            with open(os.path.join(self.root, "journal"), "ab") as journal:
                self.process = subprocess.Popen(
                    [self.imrd, "run", "--root", self.root], stdout=journal, stderr=journal,
                    env={**os.environ, "NOTIFY_SOCKET": path})
            while b"READY=1" not in ready.recv(4096):
                pass
            return time.monotonic() - start

    def stop(self):
        """Ends it as systemd does, and waits."""
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(120) != 0:
            raise RuntimeError(f"imrd ended with {self.process.returncode}: see {self.root}/journal")

    def count(self):
        """How many letters the audit log says are filed, on top of those of the last call."""
        folder = os.path.join(self.root, "log", "audit")
        new = 0
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".jsonl"):
                continue
            with open(os.path.join(folder, name), "rb") as file:
                file.seek(self.offsets.get(name, 0))
                data = file.read()
            whole = data.rfind(b"\n") + 1
            self.offsets[name] = self.offsets.get(name, 0) + whole
            new += data[:whole].count(b'"event":"filed"')
        self.logged += new
        return new

    def wait_for(self, count):
        """Waits until `count` more letters are filed."""
        seen = 0
        while seen < count:
            if self.process.poll() is not None:
                raise RuntimeError(f"imrd ended with {self.process.returncode}: see {self.root}/journal")
            time.sleep(0.01)
            seen += self.count()

    def drop(self, folder):
        """Moves every file of a folder into the inbox, each by one rename; returns how many."""
        names = os.listdir(folder)
        for name in names:
            os.rename(os.path.join(folder, name), os.path.join(self.inbox, name))
        return len(names)

    def memory(self):
        """Resident memory now and at its highest, in MB, of imrd and of what it started."""
        processes = [self.process.pid] + children(self.process.pid)
        return sum(status(p, "VmRSS") for p in processes), sum(status(p, "VmHWM") for p in processes)

    def checkpoint(self):
        """What changes with each checkpoint, which is written when the lines before it are on disk."""
        found = os.stat(os.path.join(self.root, "log", "audit", "checkpoint"))
        return found.st_ino, found.st_mtime_ns


def children(process):
    with open(f"/proc/{process}/task/{process}/children") as file:
        direct = [int(word) for word in file.read().split()]
    threads = os.listdir(f"/proc/{process}/task")
    for thread in threads:
        if thread != str(process):
            try:
                with open(f"/proc/{process}/task/{thread}/children") as file:
                    direct += [int(word) for word in file.read().split()]
            except FileNotFoundError:
                pass
    return direct


def status(process, key):
    try:
        with open(f"/proc/{process}/status") as file:
            for line in file:
                if line.startswith(key + ":"):
                    return int(line.split()[1]) / 1024
    except FileNotFoundError:
        pass
    return 0.0
