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
        seen, last = 0, time.monotonic()
        while seen < count:
            self.require_running()
            if time.monotonic() - last > 120:
                raise RuntimeError(f"nothing was filed for two minutes, {count - seen} letters wait: see {self.root}/journal")
            time.sleep(0.01)
            new = self.count()
            seen += new
            last = time.monotonic() if new else last

    def require_running(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"imrd ended with {self.process.returncode}: see {self.root}/journal")

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

    def processor(self):
        """Processor seconds so far: of the thread that files, and of all threads of imrd and imrd-watch."""
        tasks = f"/proc/{self.process.pid}/task"
        filing = sum(seconds(f"{tasks}/{thread}", "filing") for thread in os.listdir(tasks))
        return filing, sum(seconds(f"/proc/{process}") for process in [self.process.pid] + children(self.process.pid))

    def wait_until_idle(self):
        """Waits until it uses no processor time for two seconds: until the index of words is made."""
        before, since = self.processor(), time.monotonic()
        while time.monotonic() - since < 2:
            time.sleep(0.2)
            self.require_running()
            now = self.processor()
            if now[1] - before[1] > 0.02:
                before, since = now, time.monotonic()

    def wait_until_traced(self):
        """Waits until every thread is traced."""
        def is_traced(thread):
            return status(f"{self.process.pid}/task/{thread}", "TracerPid") > 0
        while not all(is_traced(thread) for thread in os.listdir(f"/proc/{self.process.pid}/task")):
            self.require_running()
            time.sleep(0.05)

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


def seconds(folder, name=None):
    """Processor seconds of a process or thread; none when it is gone, or has another name."""
    try:
        with open(folder + "/stat", encoding="utf-8") as file:
            head, _, rest = file.read().rpartition(")")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    if name and head.partition("(")[2] != name:
        return 0
    fields = rest.split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def status(process, key):
    try:
        with open(f"/proc/{process}/status") as file:
            for line in file:
                if line.startswith(key + ":"):
                    return int(line.split()[1]) / 1024
    except FileNotFoundError:
        pass
    return 0.0
