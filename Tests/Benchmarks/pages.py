#!/usr/bin/env python3
"""Measures what a reviewer waits for: every kind of page of the review site through HTTP, and the memory of `imrd serve`.

    swift build -c release && python3 Tests/Benchmarks/pages.py [--letters 100000] [--times 100]

Files as many invented letters as wanted through the daemon, waits until all their words are in the index, and then asks for each
kind of page, one after the other over one connection, as a logged-in reviewer; every view of a letter is logged meanwhile. At the
end whole lists are exported, unless that is left out. `run.py growth --keep` leaves an archive that a link named `root` in --work
can lead to. Nothing else should run on the machine.
"""
import argparse
import html
import os
import re
import secrets
import shutil
import socket
import sqlite3
import subprocess
import sys
import time

import letters
from daemon import Daemon, status

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(TOP, "Tests", "EndToEnd"))
from office import Reader, until
PAGES = {
    "today": "/",
    "anomalies": "/anomalies",
    "anomalies, page after page": ">/anomalies?severity=info&state=all",
    "anomalies, grouped by rule": "/anomalies?view=grouped",
    "anomalies of a rule": "/anomalies?rule=D03&state=all",
    "anomalies of some days": "/anomalies?from={today}&to={today}&severity=info",
    "anomalies of a case": "/anomalies?case={case}&severity=info",
    "anomalies with a word": "/anomalies?q=acupuncture&severity=info",
    "a letter": "/letters/{arrival}",
    "a letter's text as a file": "/letters/{arrival}/text",
    "a letter's original": "/letters/{arrival}/original",
    "deadlines": "/deadlines",
    "deadlines, page after page": ">/deadlines",
    "deadlines, petitions": "/deadlines?view=petitions",
    "deadlines, done": "/deadlines?view=done",
    "letters, page after page": ">/search",
    "letters, mixed, of some days": "/search?outcome=mixed&from={today}&to={today}",
    "letters of a case": "/search?q={case}",
    "search: pain": "/search?q=pain",
    "search: pain, page after page": ">/search?q=pain",
    "search: knee lumbar": "/search?q=knee+lumbar",
    "search: \"physical therapy\" -knee": "/search?q=%22physical+therapy%22+-knee",
    "search: acupunct*": "/search?q=acupunct*",
    "search: treatment:norco": "/search?q=treatment:norco",
    "search: zebra": "/search?q=zebra",
    "held": "/held",
    "statistics": "/statistics",
    "statistics, all days": "/statistics?days=all",
    "log": "/log",
    "rules": "/rules",
    "a rule": "/rules/D01",
    "log.json, 1,000 entries": "/log.json",
    "statistics.csv": "/statistics.csv?days=all",
    "anomalies.json of a case": "/anomalies.json?case={case}&severity=info&state=all",
}
EXPORTS = ["/anomalies.csv?severity=info&state=all", "/anomalies.json?severity=info&state=all", "/search.csv", "/search.json",
           "/deadlines.csv", "/deadlines.ics"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--letters", type=int, default=100_000, help="how many letters are filed")
    parser.add_argument("--times", type=int, default=100, help="how often each page is asked for")
    parser.add_argument("--binaries", default=os.path.join(TOP, ".build", "release"))
    parser.add_argument("--work", default=os.path.join(TOP, ".build", "pages"), help="a folder; what is filed there stays for the next run")
    parser.add_argument("--pages-only", action="store_true", help="leave out the exports of whole lists, which grow with the letters")
    parser.add_argument("--remove", action="store_true", help="remove the folder at the end")
    return parser.parse_args()


def register(root):
    return sqlite3.connect(f"file:{root}/register.sqlite?mode=ro", uri=True)


def fill(options, daemon):
    """Files letters until there are as many as wanted, and waits for the index of words."""
    texts = letters.invented(options.binaries, os.path.join(options.work, "texts"))
    there = daemon.count()
    part = os.path.join(options.work, "part")
    start = time.monotonic()
    while there < options.letters:
        shutil.rmtree(part, ignore_errors=True)
        number = min(20_000, options.letters - there)
        letters.make(texts, part, number, first=there)
        daemon.drop(part)
        daemon.wait_for(number)
        there += number
    while True:
        (waiting,) = register(daemon.root).execute(
            "SELECT count(*) FROM letters WHERE seq > (SELECT indexed FROM progress)").fetchone()
        if not waiting:
            break
        time.sleep(1)
    print(f"{there:,} letters filed and indexed in {time.monotonic() - start:.0f} s", flush=True)


def measure(reader, address, names, times):
    """The seconds of each answer; an address that begins with > goes on to the next page each time."""
    seconds = []
    path = start = None
    for number in range(times):
        if path is None or not address.startswith(">"):
            path = start = address.lstrip(">").format(**names[number % len(names)])
        before = time.monotonic()
        code, _, content = reader.ask(path)
        seconds.append(time.monotonic() - before)
        if code not in (200, 303):
            sys.exit(f"pages.py: {path} answers {code}: {content[:500]!r}")
        if address.startswith(">"):
            found = re.search(rb'href="([^"]+)" rel="next"', content)
            path = html.unescape(found[1].decode()) if found else start
    return sorted(seconds)


def serve(options, root):
    """Starts the site; returns its process and a reviewer who is logged in."""
    imrd = os.path.join(options.binaries, "imrd")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    password = secrets.token_urlsafe(15)
    subprocess.run([imrd, "reviewer", "add", "ana", "--root", root], input=password, text=True, check=True, capture_output=True)
    with open(os.path.join(root, "journal-site"), "ab") as journal:
        process = subprocess.Popen([imrd, "serve", "--root", root], stderr=journal,
                                   env={**os.environ, "IMRD_SITE_LISTEN": f"127.0.0.1:{port}"})
    reader = Reader(port)
    until("the site answers", lambda: reader.ask("/login")[0] == 200)
    reader.log_in("ana", password)
    return process, reader


def memory(process, when):
    print(f"memory of imrd serve {when}: {status(process.pid, 'VmRSS'):.0f} MB resident, of which "
          f"{status(process.pid, 'RssAnon'):.0f} MB are its own and {status(process.pid, 'RssFile'):.0f} MB files; "
          f"{status(process.pid, 'VmHWM'):.0f} MB at the highest", flush=True)


def main():
    options = arguments()
    os.makedirs(options.work, exist_ok=True)
    daemon = Daemon(options.binaries, os.path.join(options.work, "root"))
    daemon.start()
    process = None
    try:
        fill(options, daemon)
        rows = register(daemon.root).execute(
            "SELECT arrival, case_number, day FROM letters WHERE abs(random()) % ? = 0 LIMIT 500",
            (max(1, options.letters // 1000),)).fetchall()
        names = [{"arrival": arrival, "case": case, "today": day} for arrival, case, day in rows]
        process, reader = serve(options, daemon.root)
        memory(process, "at the start")
        print(f"load {os.getloadavg()[0]:.2f}; each page {options.times} times; milliseconds: p50, p95, p100")
        slow = []
        for name, address in PAGES.items():
            seconds = measure(reader, address, names, options.times)
            p50, p95, p100 = (1000 * seconds[int(part * (len(seconds) - 1))] for part in (0.5, 0.95, 1))
            print(f"{p50:8.1f} {p95:8.1f} {p100:8.1f}  {name}", flush=True)
            if p95 > 100:
                slow.append(name)
        memory(process, "after all pages")
        for address in [] if options.pages_only else EXPORTS:
            before = time.monotonic()
            code, _, content = reader.ask(address)
            taken = time.monotonic() - before
            if code != 200:
                sys.exit(f"pages.py: {address} answers {code}: {content[:500]!r}")
            lines = content.count(b"\n")
            print(f"{taken:8.1f} s  {address}: {lines:,} lines, {len(content) / 1e6:.0f} MB; "
                  f"resident {status(process.pid, 'VmRSS'):.0f} MB", flush=True)
        if not options.pages_only:
            memory(process, "after all exports")
        print("over 100 ms at the 95th percentile: " + (", ".join(slow) or "no page"))
    finally:
        if process:
            process.terminate()
            process.wait(30)
        daemon.stop()
        if options.remove:
            shutil.rmtree(options.work)


if __name__ == "__main__":
    main()
