#!/usr/bin/env python3
"""What a reviewer does, with the real programs: lists, acts, deadlines, a register that is lost under way, hostile letters.

Usage: Tests/EndToEnd/review.py FOLDER    The folder that holds imrd and imrd-watch.
"""
import csv, io, json, os, pathlib, shutil, sqlite3, subprocess, sys, tempfile, time

project = pathlib.Path(__file__).resolve().parents[2]
imrd = str(pathlib.Path(sys.argv[1]).resolve() / "imrd")
work = pathlib.Path(tempfile.mkdtemp(prefix="imrd-review-"))
root = work / "imrd-data"
hostile = "\x1b[31m=cmd|' /C calc'!A0,<script>alert(1)</script>\u202e;\x07"


def run(*arguments, code=0):
    done = subprocess.run([imrd, *arguments, "--root", str(root)], capture_output=True, text=True)
    assert done.returncode == code, f"{arguments}: {done.returncode}, not {code}: {done.stdout}{done.stderr}"
    if code:
        assert len(done.stderr.splitlines()) == 1 or code == 64, f"{arguments}: more than one line: {done.stderr}"
        return done.stderr
    return done.stdout


def rows(*arguments):
    return [json.loads(line) for line in run(*arguments, "--json").splitlines()]


def wait(what, question, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if question():
                return
        except AssertionError:
            pass
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {seconds} seconds")


def start():
    daemon = subprocess.Popen([imrd, "run", "--root", str(root)], stderr=open(work / "journal", "a"))
    wait("the daemon answers", lambda: json.loads(run("status", "--json"))["running"])
    return daemon


def filed():
    return json.loads(run("status", "--json"))["filed"]


def drop(name, text):
    count = filed()
    (work / "drop").write_text(text)
    os.rename(work / "drop", os.fsencode(root / "inbox") + b"/" + os.fsencode(name))
    wait(f"{name!r} is filed", lambda: filed() == count + 1)


def dump():
    """Every row of the register but those of the index of words, whose pages may differ."""
    database = sqlite3.connect(f"file:{root}/register.sqlite?mode=ro", uri=True)
    names = [n for (n,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    rows = {n: sorted(map(repr, database.execute(f"SELECT * FROM {n}"))) for n in names if not n.startswith("texts")}
    rows.pop("events"), rows.pop("progress")  # Both tell of the rebuilding itself.
    database.close()
    return rows


def safe(text, line_end="\n"):
    """No control or direction character but the ends of lines."""
    bad = [c for c in text.replace(line_end, "") if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E]
    assert not bad, f"raw characters {bad!r} in {text!r}"
    return text


letter = (project / "Docs/Examples/letter.txt").read_text()
daemon = start()
try:
    # Lists and acts.
    drop("letter.txt", letter)
    open_ones = rows("anomalies")
    assert [row["severity"] for row in open_ones] == ["error", "notice", "notice"], open_ones
    error = open_ones[0]["id"]
    assert "needs a comment" in run("anomalies", "dismiss", error, "--reason", "other", code=64)
    run("anomalies", "dismiss", error, code=64)
    assert run("anomalies", "dismiss", error, "--reason", "known", "--comment", "Asked.").strip() == "1 finding dismissed."
    assert error not in [row["id"] for row in rows("anomalies")]
    assert [row["id"] for row in rows("anomalies", "--state", "dismissed")] == [error]
    assert '"Asked."' in run("anomalies", "show", error)
    assert "no finding 9.9" in run("anomalies", "resolve", "9.9", code=66)
    too_long = run("anomalies", "comment", error, "--text", "x" * 4001, code=64)
    assert "4001" in too_long and "4000" in too_long, too_long

    # Deadlines.
    (due,) = rows("deadlines")
    run("deadlines", "done", due["id"], "--comment", "By phone.")
    assert rows("deadlines") == [] and rows("deadlines", "--done")[0]["done"]["comment"] == "By phone."
    run("deadlines", "undone", due["id"])
    run("letters", "received", "CM16-9999901", "2026-01-02", "--reason", "The paper came first.")
    (moved,) = rows("deadlines")
    assert moved["due"] == "2026-01-09" and moved["standing"] == "overdue", moved

    # A revised copy opens again what was dismissed.
    drop("revised.txt", letter.replace("a sack of flour", "a bag of flour"))
    assert error in [row["id"] for row in rows("anomalies")], "the revised copy did not open the finding again"
    assert "reopen" in run("anomalies", "show", error)

    # Words; the newest letter's are there soon.
    wait("the words are found", lambda: len(rows("letters", "baker", "flour")) == 2)
    assert len(rows("letters", '"sack of flour"')) == 1 and rows("letters", "zebra") == []

    # Hostile text and names, in every sink.
    bad = letter.replace("CM16-9999901", "CM16-9999902").replace("Shoulder pulley", hostile + " pulley")
    drop("\x1b[2J\u202e=cmd\n.txt", bad)
    number = str(rows("letters")[0]["letter"])
    for arguments in (["anomalies"], ["letters"], ["deadlines"], ["letters", "show", number], ["letters", "show", number, "--json"],
                      ["anomalies", "--json"], ["letters", "--json"], ["deadlines", "--json"], ["anomalies", "--grouped"]):
        safe(run(*arguments))
    for verb in ("anomalies", "letters", "deadlines"):
        text = subprocess.run([imrd, verb, "--csv", "--root", str(root)], capture_output=True).stdout.decode()
        safe(text, "\r\n")
        for row in csv.reader(io.StringIO(text)):
            assert not any(field.startswith(("=", "+", "-", "@", "\t", "\r")) for field in row), row
    ics = subprocess.run([imrd, "deadlines", "--ics", "--root", str(root)], capture_output=True).stdout
    safe(ics.decode(), "\r\n")
    assert ics.startswith(b"BEGIN:VCALENDAR\r\n") and ics.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in ics.split(b"\r\n"))

    # An export is logged.
    run("anomalies", "export", "--csv")
    last = json.loads((sorted((root / "log/audit").glob("*.jsonl"))[-1]).read_text().splitlines()[-1])
    assert last["event"] == "exported" and last["list"] == "anomalies", last

    # The register is removed under way: filing goes on, a verb says so, and the same content comes back.
    before = dump()
    for ending in ("", "-wal", "-shm"):
        (root / f"register.sqlite{ending}").unlink(missing_ok=True)
    # Unless the daemon looked for it in this very moment.
    done = subprocess.run([imrd, "anomalies", "--root", str(root)], capture_output=True, text=True)
    assert done.returncode == 0 or (done.returncode == 69 and "reindex" in done.stderr), done
    count = filed()
    (work / "drop").write_text(letter.replace("CM16-9999901", "CM16-9999903"))
    os.rename(work / "drop", root / "inbox/later.txt")
    wait("filing goes on", lambda: filed() == count + 1)
    wait("the register comes back", lambda: len(rows("letters", "--case", "CM16-9999903")) == 1)
    after = dump()
    for table, former in before.items():
        missing = set(former) - set(after[table])
        assert table.endswith("counts") or not missing, f"{table} lost {missing}"

    # Damaged while the daemon is down: made again at the start, and equal.
    before = dump()
    daemon.terminate()
    assert daemon.wait(30) == 0
    (root / "register.sqlite").write_bytes(b"no database" * 1000)
    assert "reindex" in run("letters", code=69)
    assert "no daemon runs" in run("anomalies", "acknowledge", error, code=69)
    daemon = start()
    assert dump() == before, "the register made again is another"
    wait("the words are found again", lambda: len(rows("letters", "baker", "flour")) == 4)
    daemon.terminate()
    assert daemon.wait(30) == 0
    subprocess.run([sys.executable, project / "Tests/Oracle/verify_log.py", root / "log"], check=True, stdout=subprocess.DEVNULL)
    print("review: lists, acts, deadlines, a lost register and hostile letters are as they should be")
except BaseException:
    sys.stderr.write((work / "journal").read_text())
    raise
finally:
    daemon.kill()
    shutil.rmtree(work)
