"""A daemon and a review site on a folder of their own, and a reviewer who asks both."""
import http.client
import json
import os
import pathlib
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.parse

PROJECT = pathlib.Path(__file__).resolve().parents[2]


def until(what, question, seconds=300):
    """Waits until something is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if question():
                return
        except (AssertionError, OSError):
            pass
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {seconds} seconds")


class Office:
    """An installation below a temporary folder; use it in a `with`, which ends what it started and shows the journal of a failure."""

    def __init__(self, programs):
        self.imrd = str(pathlib.Path(programs).resolve() / "imrd")
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="imrd-office-"))
        self.root = self.work / "imrd-data"
        self.journal = self.work / "journal"
        self.processes = []
        self.password = secrets.token_urlsafe(15)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        for process in self.processes:
            process.kill()
            process.wait()
        if kind:
            print(self.journal.read_text(errors="replace") if self.journal.exists() else "no journal")
        shutil.rmtree(self.work)

    def run(self, *arguments, code=0):
        """What a verb prints; of one that must fail, its one line of complaint."""
        done = subprocess.run([self.imrd, *arguments, "--root", self.root], capture_output=True, text=True)
        assert done.returncode == code, f"{arguments}: {done.returncode}, not {code}: {done.stdout}{done.stderr}"
        if code:
            assert len(done.stderr.splitlines()) == 1 or code == 64, f"{arguments}: more than one line: {done.stderr}"
            return done.stderr
        return done.stdout

    def rows(self, *arguments):
        return [json.loads(line) for line in self.run(*arguments, "--json").splitlines()]

    def raw(self, *arguments):
        """What a verb prints, its line ends as they are."""
        return subprocess.run([self.imrd, *arguments, "--root", self.root], capture_output=True, check=True).stdout.decode()

    def start(self, *command, **environment):
        with open(self.journal, "a") as journal:
            process = subprocess.Popen([*command, "--root", self.root], stderr=journal, env={**os.environ, **environment})
        self.processes.append(process)
        return process

    def daemon(self, *options):
        process = self.start(self.imrd, "run", *options)
        until("the daemon answers", lambda: json.loads(self.run("status", "--json"))["running"])
        return process

    def site(self, *before, handed=False):
        """Starts the site on a free port, after a command or on a socket handed over; its process, and a reviewer logged in."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        subprocess.run([self.imrd, "reviewer", "add", "ana", "--root", self.root], input=self.password, text=True, check=True,
                       capture_output=True)
        if before:
            # The folder of the site is its user's.
            subprocess.run(["chown", "-R", "nobody", self.root / "site"], check=True)
        if handed:
            before = ("systemd-socket-activate", f"--listen=127.0.0.1:{port}", "--setenv=IMRD_SITE_LISTEN")
        process = self.start(*before, self.imrd, "serve", IMRD_SITE_LISTEN=f"127.0.0.1:{port}")
        reader = Reader(port)
        until("the site answers", lambda: reader.ask("/login")[0] == 200)
        reader.log_in("ana", self.password)
        return process, reader

    def end(self, process):
        process.terminate()
        assert process.wait(300) == 0, "it did not end well"

    def drop(self, name, content, becomes="filed"):
        """Moves a file into the inbox and waits for what becomes of it: its entry in the log, and that nothing is under way any more."""
        entry = f'"event":"{becomes}"'
        count = self.log().count(entry)
        (self.work / "drop").write_bytes(content.encode() if isinstance(content, str) else content)
        os.rename(self.work / "drop", os.fsencode(self.root / "inbox") + b"/" + os.fsencode(name))
        until(f"{name!r} is {becomes}", lambda: self.log().count(entry) == count + 1 and not self.claimed())

    def claimed(self):
        """Whether files stand in the private folder of the inbox, under the numbers of their arrivals."""
        return any(len(path.name) == 26 for path in (self.root / "inbox/.imrd").iterdir())

    def log(self):
        """The text of the audit log."""
        return "".join(path.read_text() for path in sorted((self.root / "log/audit").glob("*.jsonl")))


class Reader:
    """Somebody who asks the site over one connection."""

    def __init__(self, port):
        self.host = f"127.0.0.1:{port}"
        self.cookie = None
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)

    def ask(self, path, form=None):
        """Status, headers and content of an answer; with a form it is sent."""
        headers = {"Host": self.host}
        if self.cookie:
            headers["Cookie"] = self.cookie
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Origin"] = "http://" + self.host
        try:
            self.connection.request("GET" if form is None else "POST", path, body=body, headers=headers)
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except (http.client.HTTPException, OSError):
            self.connection.close()
            raise

    def page(self, path):
        """The text of a page that is there."""
        code, _, content = self.ask(path)
        assert code == 200, f"{path} answers {code}: {content[:400]!r}"
        return content.decode()

    def token(self):
        return self.page("/rules").split('name="token" value="')[1].split('"')[0]

    def log_in(self, name, password):
        code, headers, _ = self.ask("/login", {"name": name, "password": password})
        assert code == 303, f"the login answers {code}"
        self.cookie = headers["Set-Cookie"].split(";")[0]
