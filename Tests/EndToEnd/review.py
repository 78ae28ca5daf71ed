#!/usr/bin/env python3
"""What a reviewer does, with the real programs: lists, acts, deadlines, and a register that is lost under way.

Usage: Tests/EndToEnd/review.py FOLDER    The folder that holds imrd and imrd-watch.
"""
import json
import os
import signal
import sqlite3
import subprocess
import sys

from office import PROJECT, Office, until

LETTER = (PROJECT / "Docs/Examples/letter.txt").read_text()
# As on an installed machine: the group of the daemon may read what is filed.
SHARED = ["--group-reads"]
PAGES = ["/", "/anomalies", "/anomalies?view=grouped", "/deadlines", "/search", "/held", "/statistics"]


def letter(case):
    return LETTER.replace("CM16-9999901", case)


def dump(office):
    """Every row of the register but those of the index of words, whose pages may differ."""
    database = sqlite3.connect(f"file:{office.root}/register.sqlite?mode=ro", uri=True)
    names = [n for (n,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    rows = {n: sorted(map(repr, database.execute(f"SELECT * FROM {n}"))) for n in names if not n.startswith("texts")}
    rows.pop("events"), rows.pop("progress")  # Both tell of the rebuilding itself.
    words = {w: sorted(database.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (w,))) for w in ("baker", "pulley", "zebra")}
    database.close()
    return rows | words


def remove_register(office):
    for ending in ("", "-wal", "-shm"):
        (office.root / f"register.sqlite{ending}").unlink(missing_ok=True)


def acts(office):
    """Lists and acts; the finding that is dismissed."""
    office.drop("letter.txt", LETTER)
    open_ones = office.rows("anomalies")
    assert [row["severity"] for row in open_ones] == ["error", "notice", "notice"], open_ones
    places = [int(row["id"].split(".")[1]) for row in open_ones[1:]]
    assert places == sorted(places), f"findings of one severity are not in the order of the letter: {places}"
    error = open_ones[0]["id"]
    assert "needs a comment" in office.run("anomalies", "dismiss", error, "--reason", "other", code=64)
    office.run("anomalies", "dismiss", error, code=64)
    said = office.run("anomalies", "dismiss", error, "--reason", "known", "--comment", "Asked.").strip()
    assert said == "1 finding dismissed.", said
    assert error not in [row["id"] for row in office.rows("anomalies")]
    assert [row["id"] for row in office.rows("anomalies", "--state", "dismissed")] == [error]
    assert '"Asked."' in office.run("anomalies", "show", error)
    assert "no finding 9.9" in office.run("anomalies", "resolve", "9.9", code=66)
    too_long = office.run("anomalies", "comment", error, "--text", "x" * 4001, code=64)
    assert "4001" in too_long and "4000" in too_long, too_long
    assert "--text" in office.run("anomalies", "comment", error, code=64)
    return error


def deadlines(office):
    (due,) = office.rows("deadlines")
    office.run("deadlines", "done", due["id"], "--comment", "By phone.")
    assert office.rows("deadlines") == [] and office.rows("deadlines", "--done")[0]["done"]["comment"] == "By phone."
    office.run("deadlines", "undone", due["id"])
    office.run("letters", "received", "CM16-9999901", "2026-01-02", "--reason", "The paper came first.")
    (moved,) = office.rows("deadlines")
    assert moved["due"] == "2026-01-09" and moved["standing"] == "overdue", moved


def lost_register(office, daemon, reader):
    """Removed under way: the pages and the verbs say so, filing goes on, and the same content comes back."""
    for page in PAGES:
        reader.page(page)
    # The daemon would make it again within a second: it is stopped meanwhile.
    daemon.send_signal(signal.SIGSTOP)
    remove_register(office)
    for page in PAGES:
        code, _, content = reader.ask(page)
        assert code == 503 and b"there is no register" in content and b"reindex" in content, (page, code, content)
    assert "reindex" in office.run("anomalies", code=69)
    daemon.send_signal(signal.SIGCONT)
    office.drop("later.txt", letter("CM16-9999903"))
    until("the register comes back", lambda: len(office.rows("letters", "--case", "CM16-9999903")) == 1)
    for page in PAGES:
        reader.page(page)
    until("the words are found", lambda: len(office.rows("letters", "baker", "flour")) == 3)

    # Made again on demand, and at the start: the same, by a dump of every table.
    before = dump(office)
    assert before["reviews"] and before["findings"] and before["deadlines"] and before["baker"], before
    remove_register(office)
    office.run("reindex")
    assert dump(office) == before, "the register made again on demand is another"
    office.end(daemon)
    (office.root / "register.sqlite").write_bytes(b"no database" * 1000)
    assert "reindex" in office.run("letters", code=69)
    assert "no daemon runs" in office.run("anomalies", "acknowledge", "1.1", code=69)
    daemon = office.daemon(*SHARED)
    until("the words are found again", lambda: len(office.rows("letters", "baker", "flour")) == 3)
    assert dump(office) == before, "the register made again at the start is another"
    return daemon


def another_user(office, daemon):
    """A site of another user, who may read the register and not write beside it, with the daemon running, stopped, killed, and started again."""
    if os.geteuid() != 0:
        print("review: not root, so the site is not tried as another user")
        return daemon
    office.work.chmod(0o755)
    nobody = ["setpriv", "--reuid=nobody", "--regid=root", "--clear-groups"]
    for state in ("running", "stopped", "killed", "started again"):
        if state == "stopped":
            office.end(daemon)
        elif state == "killed":
            daemon = office.daemon(*SHARED)
            daemon.kill()
            daemon.wait()
        elif state == "started again":
            daemon = office.daemon(*SHARED)
        site, reader = office.site(*nobody)
        for page in PAGES:
            code, _, content = reader.ask(page)
            assert code == 200, f"as another user, the daemon {state}: {page} answers {code}: {content}"
        if state == "stopped":
            # What the daemon writes from now on is seen by a site that was there before.
            daemon = office.daemon(*SHARED)
            office.drop("seen.txt", letter("CM16-9999904"))
            until("the site sees it", lambda: "CM16-9999904" in reader.page("/search"))
            office.end(daemon)
            assert "CM16-9999904" in reader.page("/search")
        office.end(site)
    return daemon


def main():
    with Office(sys.argv[1]) as office:
        daemon = office.daemon(*SHARED)
        error = acts(office)
        deadlines(office)

        # A revised copy opens again what was dismissed.
        office.drop("revised.txt", LETTER.replace("a sack of flour", "a bag of flour"))
        assert error in [row["id"] for row in office.rows("anomalies")], "the revised copy did not open the finding again"
        assert "reopen" in office.run("anomalies", "show", error)

        # Words; the newest letter's are there soon.
        until("the words are found", lambda: len(office.rows("letters", "baker", "flour")) == 2)
        assert len(office.rows("letters", '"sack of flour"')) == 1 and office.rows("letters", "zebra") == []

        # An export is logged.
        office.run("anomalies", "export", "--csv")
        last = json.loads(office.log().splitlines()[-1])
        assert last["event"] == "exported" and last["list"] == "anomalies", last

        site, reader = office.site()
        count = len(office.rows("anomalies"))
        reader.page("/anomalies.csv")
        last = json.loads(office.log().splitlines()[-1])
        assert last["event"] == "exported" and last["actor"] == "ana" and last["count"] == count > 0, last
        daemon = lost_register(office, daemon, reader)
        office.end(site)
        daemon = another_user(office, daemon)
        office.end(daemon)
        subprocess.run([sys.executable, PROJECT / "Tests/Oracle/verify_log.py", office.root / "log"], check=True, stdout=subprocess.DEVNULL)
    print("review: lists, acts, deadlines and a lost register are as they should be, on the page and in the terminal")


main()
