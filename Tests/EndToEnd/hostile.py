#!/usr/bin/env python3
"""Hostile letters and file names (RELIABILITY.md, rows 13 and 23) in every sink: pages, CSV, JSON, calendar, terminal, log, journal.

Usage: Tests/EndToEnd/hostile.py FOLDER    The folder that holds imrd and imrd-watch.
"""
import csv
import html.parser
import io
import json
import sys
import unicodedata
import urllib.parse

from office import PROJECT, Office, until

TEXTS = ["\x1b[31m=cmd|' /C calc'!A0,<script>alert(1)</script>\u202e;\x07", "=HYPERLINK(\"http://x\")", "\"><img src=x onerror=alert(1)>",
         "+1+cmd|calc", "{{token}} {{>head}} {{{page}}}", "' onmouseover='alert(1)", "\u2028\u200b\u2066\ufeff</textarea></script>",
         "@SUM(1)\x08\x9b2J", "\x1b]0;title\x07\x1b[2J\x1b[H", "javascript:alert(1)"]
NAMES = [b"\x1b[2J\xe2\x80\xae=cmd\n.txt", b"=cmd|calc.txt", b"-rf.txt", b"+1.txt", b"@x.txt", b"<script>alert(1)<!script>.txt",
         b"\"onerror=alert(1).txt", b"bad\xff\xfe\xc3utf8.txt", b"n" * 251 + b".txt", b"{{token}}.txt", b"a\r\nSet-Cookie: x=1.txt",
         b"%0d%0a%00..%2f.txt", b"\xe2\x81\xa6rtl\xe2\x81\xa9.txt"]
PAGES = ["/", "/anomalies?severity=info", "/anomalies?state=all", "/anomalies?view=grouped", "/deadlines", "/deadlines?view=petitions",
         "/search", "/search?q=pulley", "/held", "/statistics", "/log", "/rules", "/rules/D01"]
TAGS = set("""html head meta title link script body svg symbol path use rect line text a header nav ul li span form label input button
    main footer kbd dialog h1 h2 h3 p dl dt dd div section table caption thead tbody tr th td details summary select option textarea
    article blockquote mark ol strong br time code""".split())


class Tags(html.parser.HTMLParser):
    """Finds what only a hostile text can have put into a page."""

    def __init__(self, page):
        super().__init__()
        self.strange = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag not in TAGS or tag == "script" and not dict(attributes).get("src", "").startswith("/assets/"):
            self.strange.append(tag)
        for name, value in attributes:
            if name.startswith("on") or (value or "").strip().lower().startswith(("javascript:", "data:")) and name != "value":
                self.strange.append(f"{tag} {name}={value}")


def safe(text, where, line_end="\n"):
    """No control, direction or other invisible character but the ends of lines."""
    bad = {c for c in text.replace(line_end, "") if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cs")}
    assert not bad, f"{where}: raw characters {bad!r}"
    return text


def check_csv(text, where):
    for row in csv.reader(io.StringIO(safe(text, where, "\r\n"))):
        for field in row:
            assert not field.startswith(("=", "+", "-", "@", "\t", "\r")), f"{where}: {field!r}"


def check_page(text, where):
    safe(text.replace("\t", ""), where)
    strange = Tags(text).strange
    assert not strange, f"{where}: {strange}"


def fill(office):
    """Each name with a letter, each text in a treatment, a summary and a rationale; and files that are held."""
    letter = (PROJECT / "Docs/Examples/letter.txt").read_text()
    for number in range(max(len(NAMES), len(TEXTS))):
        text, name = TEXTS[number % len(TEXTS)], NAMES[number % len(NAMES)]
        bad = letter.replace("CM16-9999901", f"CM16-99991{number:02}").replace("Shoulder pulley", text + " pulley")
        bad = bad.replace("a sack of flour", f"a sack {text} of flour")
        assert bad.count(text) >= 2
        office.drop(name, bad)
    for name in NAMES[:3]:
        office.drop(b"held-" + name, "An invoice. " * 60 + TEXTS[0] + TEXTS[2], becomes="held")


def act(office, reader):
    """Hostile words of a reviewer: comments, reasons, what is searched for, addresses."""
    finding = office.rows("anomalies")[0]
    token = reader.token()
    address = f"/letters/{finding['arrival']}"
    for text in TEXTS:
        code, headers, _ = reader.ask(address + "/findings", {
            "token": token, "finding": finding["id"], "act": "comment", "comment": text})
        assert code == 303 and headers["Location"].startswith(address), headers
        check_page(reader.page(address), f"after the comment {text!r}")
        for path in ("/search?", "/anomalies?", "/login?next=", "/statistics?days=", "/deadlines?view="):
            for name in ("q", "severity", "from", "rule", "case", "after", "before"):
                code, _, content = reader.ask(path + query(name, text))
                check_page(content.decode(), path + name)
        code, headers, _ = reader.ask("/anomalies", {"token": token, "act": "resolve", "back": "//evil.example" + text})
        assert headers["Location"] == "/", headers["Location"]
        check_page(reader.page("/"), "a message")


def query(name, text):
    return urllib.parse.urlencode({name: text})


def main():
    with Office(sys.argv[1]) as office:
        office.daemon()
        fill(office)
        _, reader = office.site()
        act(office, reader)
        until("the words are indexed", lambda: len(office.rows("letters", "pulley", "--limit", "100")) == len(NAMES))

        letters = office.rows("letters", "--limit", "100")
        for path in PAGES + [f"/letters/{row['arrival']}" for row in letters]:
            check_page(reader.page(path), path)
        for name in ("anomalies", "deadlines", "search", "held", "statistics", "log", "rules"):
            check_csv(reader.page(f"/{name}.csv"), f"/{name}.csv")
            text = safe(reader.page(f"/{name}.json"), f"/{name}.json")
            assert json.loads(text), name
        safe(reader.page("/deadlines.ics"), "/deadlines.ics", "\r\n")
        for row in letters:
            _, headers, _ = reader.ask(f"/letters/{row['arrival']}/original")
            assert headers["Content-Type"] == "application/octet-stream" and "attachment" in headers["Content-Disposition"]

        number = str(letters[0]["letter"])
        verbs = [["anomalies"], ["anomalies", "--grouped"], ["anomalies", "show", office.rows("anomalies")[0]["id"]], ["letters"],
                 ["letters", "show", number], ["deadlines"], ["held"], ["held", "show", office.rows("held")[0]["arrival"]],
                 ["status"], ["reviewer"], ["verify"]]
        for verb in verbs:
            safe(office.run(*verb), " ".join(verb))
            if verb != ["verify"]:
                safe(office.run(*verb, *([] if "--grouped" in verb else ["--json"])), " ".join(verb) + " --json")
        for verb in ("anomalies", "letters", "deadlines"):
            check_csv(office.raw(verb, "--csv"), verb + " --csv")
        calendar = safe(office.raw("deadlines", "--ics"), "deadlines --ics", "\r\n")
        assert calendar.startswith("BEGIN:VCALENDAR\r\n") and calendar.endswith("END:VCALENDAR\r\n")
        assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
        safe(office.log(), "the audit log")
        safe(office.journal.read_text(), "the journal")
        for line in office.log().splitlines():
            json.loads(line)
    print(f"hostile: {len(NAMES)} names and {len(TEXTS)} texts are harmless in pages, CSV, JSON, calendar, terminal, log and journal")


main()
