#!/usr/bin/env python3
"""Is told by `imrd notify` beside a real daemon: by a command, an HTTP server and a mail server, each of which fails and hangs.

Usage: Tests/EndToEnd/notify.py FOLDER    FOLDER holds imrd and imrd-watch. Needs curl. Exit status 0 when all is well.
"""
import http.server
import json
import os
import pathlib
import shutil
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
LETTER = (PROJECT / "Docs" / "Examples" / "letter.txt").read_text()


class Receiver:
    """What came to a server on loopback; the first tries fail, and it can be made to hang."""

    def __init__(self, handler):
        self.failures = 0
        self.failed = 0
        self.hangs = False
        self.taken = []
        self.goes_on = threading.Event()
        self.goes_on.set()
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.server.receiver = self
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def takes(self, message):
        self.hangs = not self.goes_on.is_set()
        self.goes_on.wait()
        if self.failures:
            self.failures -= 1
            self.failed += 1
            return False
        self.taken.append(message)
        return True


class Post(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert self.headers["Idempotency-Key"] == message["id"]
        self.send_response(204 if self.server.receiver.takes(message) else 503)
        self.end_headers()

    def log_message(self, *_):
        pass


class Mail(socketserver.StreamRequestHandler):
    """As much of SMTP as a mail server needs that refuses or takes. Source: RFC 5321."""

    def handle(self):
        self.say("220 ready")
        recipients = []
        for line in self.rfile:
            verb = line.split(b" ")[0].strip().upper()
            if verb == b"RCPT":
                recipients.append(line.decode().split("<")[1].split(">")[0])
            if verb == b"QUIT":
                return self.say("221 bye")
            if verb != b"DATA":
                self.say("250 fine")
                continue
            self.say("354 go on")
            text = b"".join(iter(self.rfile.readline, b".\r\n")).decode()
            self.say("250 taken" if self.server.receiver.takes((recipients, text)) else "451 later")

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")


class Office:
    """A daemon, and a notifier that can be ended and started again."""

    def __init__(self, imrd, folder):
        self.imrd, self.folder, self.root = imrd, folder, folder / "root"
        self.post, self.mail = Receiver(Post), Receiver(Mail)
        self.told = folder / "told"
        self.settings = {
            "IMRD_NOTIFY_COMMAND": f"sh,-c,cat >> {self.told}", "IMRD_NOTIFY_URL": f"http://127.0.0.1:{self.post.port}/hook?key=secret",
            "IMRD_NOTIFY_MAIL": "ana@office.example,ben@office.example", "IMRD_NOTIFY_MAIL_FROM": "imrd@office.example",
            "IMRD_NOTIFY_MAIL_THROUGH": f"smtp://127.0.0.1:{self.mail.port}", "IMRD_NOTIFY_DIGEST_TIME": "00:00",
        }
        self.journal = open(folder / "journal", "w")
        self.daemon = self.start("run")
        wait(lambda: '"running":true' in self.status(), "the daemon runs")
        self.notifier = None
        self.number = 0

    def start(self, verb):
        command = [self.imrd, verb, "--root", str(self.root)]
        return subprocess.Popen(command, env={**os.environ, **self.settings}, stderr=self.journal)

    def status(self):
        return subprocess.run([self.imrd, "status", "--json", "--root", str(self.root)], capture_output=True, text=True).stdout

    def notify(self):
        self.notifier = self.start("notify")
        wait(lambda: len(list((self.root / "notify").glob("*.json"))) == 3, "the notifier remembers where it stands")

    def end(self, sign=signal.SIGTERM):
        self.notifier.send_signal(sign)
        code = self.notifier.wait(300)
        assert code == (0 if sign == signal.SIGTERM else -sign), f"the notifier ended with {code}"

    def put(self):
        """A letter into the inbox."""
        self.number += 1
        (self.folder / "letter").write_text(LETTER.replace("CM16-9999901", self.case(self.number)))
        (self.folder / "letter").rename(self.root / "inbox" / f"{self.number}.txt")

    def drop(self, count):
        """Letters that each are filed, whoever is told."""
        for _ in range(count):
            self.put()
        wait(lambda: f'"filed":{self.number},' in self.status(), f"{count} letters are filed")

    @staticmethod
    def case(number):
        return f"CM16-{number:07}"

    def by_command(self):
        return [json.loads(line) for line in self.told.read_text().splitlines()] if self.told.exists() else []

    def cases(self, messages):
        return [notice["case"] for message in messages for notice in message.get("notices", []) if notice["case"]]

    def wait_for(self, last, *receivers):
        """Until everybody was told of the last letter, and of each before it once."""
        expected = [self.case(number) for number in range(1, last + 1)]
        for name, cases in receivers:
            wait(lambda: len(cases()) >= len(expected), f"all was told by {name}")
            assert sorted(cases()) == expected, f"{name} was told {cases()}"

    @property
    def everybody(self):
        # A mail has a line for each notice, which begins with the case.
        def mailed():
            return [word.rstrip(":") for _, text in self.mail.taken for line in text.splitlines()
                    for word in line.split(" ")[:1] if word.startswith("CM16-")]
        return [("the command", lambda: self.cases(self.by_command())), ("HTTP", lambda: self.cases(self.post.taken)), ("mail", mailed)]


def wait(condition, what, seconds=300):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"after {seconds} seconds it is not so that {what}"
        time.sleep(0.05)


def fails_twice(office):
    office.post.failures, office.mail.failures = 2, 1
    office.notify()
    office.drop(1)
    office.wait_for(1, *office.everybody)
    assert (office.post.failed, office.mail.failed) == (2, 1)
    (recipients, text), = office.mail.taken
    assert recipients == ["ana@office.example", "ben@office.example"], recipients
    head = text.split("\r\n\r\n")[0]
    assert "Subject: imrd: CM16-0000001 has errors: D01" in head and "From: imrd <imrd@office.example>" in head, head
    # What patients have is not told unless somebody wants it.
    for text in [json.dumps(office.by_command()), json.dumps(office.post.taken), text]:
        assert "1.txt" not in text and "Cyclobenzaprine" not in text, text


def hangs(office):
    office.post.goes_on.clear()
    office.mail.goes_on.clear()
    office.drop(50)
    office.wait_for(office.number, office.everybody[0])
    office.drop(50)
    wait(lambda: office.post.hangs and office.mail.hangs, "both receivers hang")
    # Ended while it waits for those that hang, it goes at once.
    office.end()
    office.post.goes_on.set()
    office.mail.goes_on.set()
    # What hung was taken in the end, but nobody was there to hear it: that message comes again, under the same id.
    wait(lambda: len(office.post.taken) == 2 and len(office.mail.taken) == 2, "both receivers have gone on")
    office.post.taken.pop()
    office.mail.taken.pop()
    office.notify()
    office.wait_for(office.number, *office.everybody)


def restarts(office):
    for _ in range(3):
        office.end()
        office.drop(3)
        office.notify()
        office.drop(2)
        office.wait_for(office.number, *office.everybody)
    # After kill -9 at rest nothing is told twice.
    office.end(signal.SIGKILL)
    office.notify()
    office.drop(1)
    office.wait_for(office.number, *office.everybody)
    ids = [message["id"] for message in office.post.taken]
    assert len(set(ids)) == len(ids), ids


def restores(office):
    """An older backup is put back while the notifier runs, and as many letters come after it as were lost."""
    backup, kept = office.folder / "backup", ("archive", "held", "log")

    def stopped(deed):
        office.daemon.terminate()
        assert office.daemon.wait(300) == 0
        deed()
        office.daemon = office.start("run")
        wait(lambda: '"running":true' in office.status(), "the daemon runs")

    stopped(lambda: [shutil.copytree(office.root / name, backup / name) for name in kept])
    office.drop(3)
    office.wait_for(office.number, *office.everybody)

    def restore():
        for name in kept:
            shutil.rmtree(office.root / name)
            time.sleep(0.5)  # The notifier looks every second: it must bear what is half there.
            (backup / name).rename(office.root / name)
    stopped(restore)
    for _ in range(3):
        office.put()
    office.wait_for(office.number, *office.everybody)
    replaced = [notice for message in office.by_command() for notice in message.get("notices", []) if notice["event"] == "log-replaced"]
    assert len(replaced) == 1, replaced
    assert "another audit log stands there" in (office.folder / "journal").read_text()
    ids = [message["id"] for message in office.post.taken]
    assert len(set(ids)) == len(ids), ids


def digest(office):
    office.end()
    for place in (office.root / "notify").glob("*.json"):
        remembered = json.loads(place.read_text())
        place.write_text(json.dumps({**remembered, "digestDay": "2000-01-01"}))
    office.notify()
    wait(lambda: "digest" in office.by_command()[-1], "the digest is told")
    wait(lambda: "digest" in office.post.taken[-1], "the digest is posted")
    wait(lambda: "what happened until" in office.mail.taken[-1][1], "the digest is mailed")
    told = office.by_command()[-1]
    assert told["digest"]["filed"] == told["digest"]["letters-error"] == office.number, told
    checkpoint = office.folder / "checkpoint"
    checkpoint.write_text(told["checkpoint"])
    done = subprocess.run([office.imrd, "verify", "--since", checkpoint, "--root", str(office.root)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"filed: {office.number}," in office.mail.taken[-1][1]
    # Once a day.
    office.end()
    office.notify()
    office.drop(1)
    wait(lambda: office.case(office.number) in office.cases(office.by_command()), "the next letter is told")
    assert sum("digest" in message for message in office.by_command()) == 1


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    folder = pathlib.Path(tempfile.mkdtemp(prefix="imrd-notify-"))
    office = None
    try:
        office = Office(str(pathlib.Path(sys.argv[1]).resolve() / "imrd"), folder)
        for part in (fails_twice, hangs, restarts, digest, restores):
            part(office)
            print(f"notify: {part.__name__.replace('_', ' ')}: {office.number} letters filed, each told once", flush=True)
        office.end()
        assert "secret" not in (folder / "journal").read_text(), "the journal holds the address with its secret"
    except BaseException:
        sys.stderr.write((folder / "journal").read_text())
        raise
    finally:
        for process in (office.daemon, office.notifier) if office else ():
            if process and process.poll() is None:
                process.kill()
                process.wait()
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
