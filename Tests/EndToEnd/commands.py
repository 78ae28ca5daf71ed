#!/usr/bin/env python3
"""Uses the commands of imrd as an operator would, with a daemon and without, and checks what they leave.

Usage: Tests/EndToEnd/commands.py FOLDER [NAME…]    FOLDER holds imrd and imrd-watch; NAME is a part below, all by default.

Parts: verify, held, kills (needs strace), reindex, bulk, reload. Prints a line for each that passed; exit status 0 when all did.
"""

import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
ORACLE = PROJECT / "Tests" / "Oracle"
LETTER = (PROJECT / "Docs" / "Examples" / "letter.txt").read_text()
# The system calls by which something becomes durable, visible, or undone.
CALLS = ["fsync", "renameat", "renameat2", "linkat", "unlinkat", "mkdirat", "ftruncate", "write", "pwrite64"]


def letter(number):
    return LETTER.replace("CM16-9999901", f"CM16-{number:07}")


class Office:
    """A root of its own, with or without a daemon."""

    def __init__(self, imrd):
        self.imrd = imrd
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="imrd-commands-"))
        self.root = self.folder / "root"
        self.daemon = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.daemon:
            self.daemon.kill()
            self.daemon.wait()
        shutil.rmtree(self.folder)

    def run(self, *arguments, expect=0, env=None, prefix=()):
        """Runs a command; returns what it prints."""
        command = [*prefix, self.imrd, *map(str, arguments), "--root", str(self.root)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, **(env or {})})
        if expect is not None and done.returncode != expect:
            raise AssertionError(f"{arguments} ended with {done.returncode}, not {expect}: {done.stdout}{done.stderr}")
        self.status = done.returncode
        return done.stdout

    def start(self, env=None, log_level="error"):
        command = [self.imrd, "run", "--root", str(self.root), "--log-level", log_level]
        with self.folder.joinpath("journal").open("a") as journal:
            self.daemon = subprocess.Popen(command, env={**os.environ, **(env or {})}, stderr=journal)
        wait(lambda: '"running":true' in self.run("status", "--json", expect=None), "the daemon")

    def stop(self):
        self.daemon.send_signal(signal.SIGTERM)
        assert self.daemon.wait(300) == 0, "the daemon did not stop cleanly"
        self.daemon = None

    def drop(self, name, text):
        self.folder.joinpath(name).write_text(text)
        self.folder.joinpath(name).rename(self.root / "inbox" / name)

    def events(self, *kinds):
        lines = []
        for path in sorted((self.root / "log" / "audit").glob("*.jsonl")):
            lines += [json.loads(line) for line in path.read_text().splitlines()]
        return [line for line in lines if not kinds or line["event"] in kinds]

    def journal(self):
        """What the daemons said."""
        return self.folder.joinpath("journal").read_text()

    def held(self):
        return [json.loads(line) for line in self.run("held", "--json").splitlines()]

    def sound(self):
        """Both verifiers find nothing."""
        self.run("verify")
        command = [sys.executable, ORACLE / "verify_log.py", self.root / "log", "--archive", self.root / "archive"]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.stdout == "sound\n", done.stdout + done.stderr


def wait(condition, what):
    end = time.monotonic() + 300
    while not condition():
        assert time.monotonic() < end, f"after 300 seconds: {what}"
        time.sleep(0.02)


def verify(office):
    """verify and prove, sound and not, with the daemon and without."""
    office.start()
    for number in range(3):
        office.drop(f"{number}.txt", letter(number))
    wait(lambda: len(office.events("filed")) == 3, "three letters filed")
    old = office.folder / "checkpoint"
    shutil.copy(office.root / "log/audit/checkpoint", old)
    assert office.run("verify").startswith("sound: ")
    noted = office.events("verified")
    assert len(noted) == 1 and noted[0]["sound"] and noted[0]["letters"] == 3, noted
    assert json.loads(office.run("status", "--json"))["lastVerified"]["seq"] == noted[0]["seq"]
    office.stop()
    key = office.root / "log/audit/key.pub"
    office.run("verify", "--since", old, "--key", key)
    office.sound()
    entry = office.events("filed")[1]
    proof, original = office.folder / "proof.json", office.root / "archive" / entry["path"]
    office.run("prove", entry["arrival"], "--output", proof)
    check = [office.imrd, "prove", "check", proof, original, "--key", key]
    python = [sys.executable, ORACLE / "verify_proof.py", proof, original, key]
    for command in (check, python):
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0 and done.stdout.startswith("proved: "), done
    good = proof.read_text()
    changes = 0
    for place in range(0, len(good) - 1, 7):
        changed = good[:place] + chr(ord(good[place]) ^ 1) + good[place + 1:]
        proof.write_text(changed)
        for command in (check, python) if place % 5 == 0 else (check,):
            done = subprocess.run(command, capture_output=True, text=True)
            assert done.returncode == 1, (place, done)
        changes += 1
    original.chmod(0o600)
    original.write_text(original.read_text() + " ")
    text = office.run("verify", expect=1)
    assert f"archive/{entry['path']}: altered" in text and "NOT SOUND: 1 altered" in text, text
    found = json.loads(office.run("verify", "--json", expect=1))
    assert [one["seq"] for one in found["verdicts"]] == [entry["seq"]], found
    return f"{changes} changed proofs refused"


def held(office):
    """held release and discard, with the daemon and without."""
    small = {"IMRD_INBOX_LARGEST_FILE": "1024"}
    for has_daemon in (True, False):
        office.start(small)
        for number in range(2):
            office.drop(f"{has_daemon}{number}.txt", letter(int(has_daemon) * 10 + number))
        wait(lambda: len(office.held()) == 2, "two files held")
        arrivals = [one["arrival"] for one in office.held()]
        assert "bytes" in office.run("held", "show", arrivals[0])
        office.stop()
        if has_daemon:
            office.start()
        text = office.run("held", "release", arrivals[0])
        assert "filed as " in text, text
        office.run("held", "discard", arrivals[1], expect=64)
        office.run("held", "discard", arrivals[1], "--reason", "a test")
        office.run("held", "release", arrivals[1], expect=1)
        assert office.held() == []
        if has_daemon:
            office.stop()
        kinds = [one["event"] for one in office.events() if one.get("arrival") == arrivals[0]]
        assert kinds == ["held", "released", "filed"], kinds
        last = office.events("discarded")[-1]
        assert last["reason"] == {"message": "a test"} and (not last["sha256"] or len(last["sha256"]) == 64), last
        assert (office.root / "held" / last["path"] / "original").exists()
        office.sound()
    oracle(office)
    return "two ways"


def oracle(office):
    """Nothing is lost or twice, by the log's own names of what came."""
    dropped = office.folder / "dropped"
    seen = {}
    for one in office.events("held", "filed", "duplicate"):
        seen.setdefault(one["arrival"], one)
    with dropped.open("w") as file:
        for one in {**seen, **{one["arrival"]: one for one in office.events("filed")}}.values():
            # A refused file that was discarded has no hash when it comes, and one when it goes.
            gone = [end["sha256"] for end in office.events("discarded") if end["arrival"] == one["arrival"]]
            digest = one["sha256"] or (gone and gone[0])
            what = {"sha256": digest} if digest else {"kind": one["reason"]["found"]}
            file.write(json.dumps({"name": one["name"], **what}) + "\n")
    command = [sys.executable, ORACLE / "oracle.py", "--root", office.root, "--dropped", dropped]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def kills(office):
    """Releases that are killed at every call by which something becomes durable come out once."""
    if not shutil.which("strace"):
        return "skipped: no strace"
    office.start({"IMRD_INBOX_LARGEST_FILE": "1024"})
    for number in range(300):
        office.drop(f"{number}.txt", letter(number + 1))
    wait(lambda: len(office.held()) == 300, "the files held")
    office.stop()
    arrivals = [one["arrival"] for one in office.held()]
    waiting = list(arrivals)
    count = 0
    for call in CALLS:
        for when in range(1, 100):
            trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
            trace += ["-e", f"inject={call}:signal=KILL:when={when}"]
            # Its start ends what the kill before left, and may itself be killed while it does.
            office.run("held", "release", waiting.pop(), expect=None, prefix=trace)
            if office.status in (0, 1):
                break
            count += 1
    office.start()
    office.stop()
    left = [one["arrival"] for one in office.held()]
    office.run("held", "release", *left)
    for arrival in arrivals:
        kinds = [one["event"] for one in office.events() if one.get("arrival") == arrival]
        assert kinds[0] == "held" and kinds[-1] == "filed" and kinds.count("filed") == 1, kinds
        assert not (office.root / "held" / arrival).exists(), arrival
    office.sound()
    oracle(office)
    return f"{count} kills, {len(left)} of {len(arrivals)} released later"


def reindex(office):
    """reindex makes the same register, with the daemon and without, and filing goes on."""
    office.start()
    for number in range(20):
        office.drop(f"{number}.txt", letter(number % 15))
    office.drop("none.txt", "no letter")
    wait(lambda: '"filed":15,"duplicates":5,"held":1' in office.run("status", "--json"), "all in the register")
    before = dump(office)
    office.run("reindex")
    assert dump(office) == before, sorted(set(dump(office)) ^ set(before), key=repr)[:4]
    office.drop("later.txt", letter(99))
    wait(lambda: len(office.events("filed")) == 16, "a letter after it")
    office.stop()
    before = dump(office)
    office.run("reindex")
    assert dump(office) == before
    rebuilt = office.events("register-rebuilt")
    assert len(rebuilt) == 2, rebuilt
    return f"{len(before)} rows"


def dump(office):
    register = sqlite3.connect(f"file:{office.root}/register.sqlite?mode=ro", uri=True)
    tables = [name for (name,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = []
    for table in sorted(tables):
        # The index of words cannot be listed, and how it is cut into pieces says nothing.
        if table not in ("progress", "grdb_migrations") and not table.startswith(("sqlite_", "texts")):
            rows += [(table, *row) for row in register.execute(f'SELECT * FROM "{table}"')]
    register.close()
    # Making the register again is an event of its own, and so are the start and the stop around it.
    own = {"register-rebuilt", "started", "stopped"}
    return sorted((row for row in rows if row[0] != "events" or row[2] not in own), key=repr)


def bulk(office):
    """file: folders, sources, what is no letter, killed and run again, with the daemon and without, and --move."""
    source = office.folder / "letters"
    (source / "deep" / "deeper").mkdir(parents=True)
    for number in range(400):
        place = source if number % 2 else source / "deep" / "deeper"
        (place / f"{number}.txt").write_text(letter(number))
    (source / "same.txt").write_text(letter(0))
    (source / "none.txt").write_text("no letter")
    (source / "empty.txt").write_text("")
    (source / "link.txt").symlink_to("same.txt")
    command = [office.imrd, "file", source, "--json", "--root", office.root]
    kills = 0
    for delay in (0.3, 0.6, 0.9):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        kills += process.poll() is None
        process.kill()
        process.wait()
    office.start()
    summary = json.loads(office.run("file", source, "--json", expect=1))
    assert summary["files"] == 404 and len(summary["refused"]) == 2, summary
    assert [one["file"].rsplit("/", 1)[1] for one in summary["held"]] == ["none.txt"], summary
    assert summary["filed"] + summary["duplicates"] + summary["skipped"] == 401, summary
    assert len({one["path"] for one in office.events("filed")}) == len(office.events("filed")) == 400
    again = json.loads(office.run("file", source, "--json", "--move", "--source", "stick", expect=1))
    assert again["skipped"] == again["removed"] == 401 and again["filed"] == 0, again
    assert sorted(path.name for path in source.rglob("*") if not path.is_dir()) == ["empty.txt", "link.txt", "none.txt"]
    office.stop()
    new = source / "new.txt"
    new.write_text(letter(1000))
    assert json.loads(office.run("file", new, "--json", "--move", "--source", "stick"))["filed"] == 1
    assert office.events("filed")[-1]["source"] == "stick" and not new.exists()
    left = [path for path in (office.root / "inbox").rglob("*") if path.is_file() and path.name != "claims.jsonl"]
    assert not left, left
    office.sound()
    return f"{kills} kills, then {summary['skipped']} of 401 skipped"


def reload(office):
    """SIGHUP takes over what can change, and leaves what is wrong."""
    configuration = office.folder / "imrd.yaml"
    configuration.write_text("inbox:\n  ignoredNames: ['*.txt']\nrules:\n  off: [D01]\n")
    office.start({"IMRD_CONFIG": str(configuration)}, log_level="notice")
    office.drop("waits.txt", letter(0))
    office.drop("1.letter", letter(1))
    wait(lambda: len(office.events("filed")) == 1, "the letter with a name that is not ignored")
    assert "D01" not in office.events("filed")[0]["findings"]

    def hang_up(text, until):
        configuration.write_text(text)
        office.daemon.send_signal(signal.SIGHUP)
        wait(lambda: until in office.journal(), until)

    hang_up(configuration.read_text(), "nothing changed")
    assert "is taken over" not in office.journal(), office.journal()
    hang_up("inbox:\n  ignoredNames: ['*.txt'\n", "is not taken over")
    hang_up("inbox:\n  quietPeriod: soon\n", "is not valid; write a whole number")
    office.drop("2.letter", letter(2))
    wait(lambda: len(office.events("filed")) == 2, "a letter under the former configuration")
    assert (office.root / "inbox" / "waits.txt").exists() and "D01" not in office.events("filed")[1]["findings"]
    hang_up("archive:\n  timeZone: UTC\n", "archive.timeZone")
    assert "inbox.ignoredNames rules.off" in office.journal()
    # What was ignored is found at once, and judged by the rules that hold now.
    wait(lambda: len(office.events("filed")) == 3, "the letter whose name was ignored")
    assert "D01" in office.events("filed")[2]["findings"]
    office.stop()
    office.sound()
    return "4 configurations, one as before, 2 of them refused"


PARTS = [verify, held, kills, reindex, bulk, reload]


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    imrd = pathlib.Path(sys.argv[1]).resolve() / "imrd"
    for part in PARTS:
        if len(sys.argv) == 2 or part.__name__ in sys.argv[2:]:
            with Office(str(imrd)) as office:
                print(f"commands: {part.__name__}: {part(office)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
