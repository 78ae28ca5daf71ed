"""What a competent user would write in an afternoon, to be measured beside imrd.

    inotifywait -m -q -e close_write -e moved_to --format %f INBOX | python3 user.py INBOX ARCHIVE

For each name on standard input: read, find the case number and the decisions by regular expressions, copy durably, note it in
a log and in SQLite, remove the original. A PDF goes through pdftotext. Ends after COUNT letters, when that is given.
"""
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import sys
import time

CASE = re.compile(rb"CM\d\d-\d{7}")
DECISION = re.compile(rb":\s*(Upheld|Overturned)")


def write_durably(path, data):
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def main(inbox, archive, count):
    day = os.path.join(archive, time.strftime("%Y-%m-%d"))
    os.makedirs(day, exist_ok=True)
    folder = os.open(day, os.O_RDONLY)
    log = open(os.path.join(archive, "log.jsonl"), "a")
    index = sqlite3.connect(os.path.join(archive, "index.sqlite"))
    index.execute("pragma journal_mode = wal")
    index.execute("create table if not exists letters (sha256 primary key, number, upheld, overturned)")
    for line in sys.stdin:
        name = line.rstrip("\n")
        path = os.path.join(inbox, name)
        with open(path, "rb") as file:
            data = file.read()
        text = data
        if data.startswith(b"%PDF"):
            text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout
        number = CASE.search(text)
        number = number.group().decode() if number else "unknown"
        decisions = DECISION.findall(text)
        digest = hashlib.sha256(data).hexdigest()
        try:
            write_durably(os.path.join(day, number + "--" + digest[:12]), data)
        except FileExistsError:
            pass
        os.fsync(folder)
        entry = {"name": name, "sha256": digest, "case": number, "upheld": decisions.count(b"Upheld")}
        log.write(json.dumps(entry) + "\n")
        log.flush()
        os.fsync(log.fileno())
        with index:
            index.execute(
                "insert or ignore into letters values (?, ?, ?, ?)",
                (digest, number, decisions.count(b"Upheld"), decisions.count(b"Overturned")))
        os.unlink(path)
        count -= 1
        if count == 0:
            return


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else -1)
