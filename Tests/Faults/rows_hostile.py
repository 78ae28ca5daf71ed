"""Rows 11, 22 and 23: files that are swapped, PDFs that are traps, and text that attacks whoever looks at it."""

import json
import os
import random
import re
import subprocess
import zlib

import letters
from harness import Broken, Scene, memory_of, until
from rows_kill import attach

# A daemon that reads bombs must not become one.
MOST_MEMORY = 400 << 20


def swapped_while_claimed(options, tally):
    """11: between the moment when the daemon opened a file and that in which it moves it, something else takes its name."""
    def another(path, scene):
        scene.drop(letters.text(2), "letter.txt")

    def link(path, scene):
        outside = os.path.join(scene.folder, "outside.txt")
        with open(outside, "wb") as file:
            file.write(letters.text(9))
        os.symlink(outside, path + ".new")
        os.rename(path + ".new", path)
        scene.note("letter.txt", kind="link")

    def fifo(path, scene):
        os.unlink(path)
        os.mkfifo(path)
        scene.note("letter.txt", kind="fifo")

    def folder(path, scene):
        os.unlink(path)
        os.mkdir(path)

    def removed(path, scene):
        os.unlink(path)

    for name, swap in (("another letter", another), ("a link", link), ("a FIFO", fifo), ("a folder", folder), ("nothing", removed)):
        with Scene(options.bin) as scene:
            try:
                scene.start()
                tracer = attach(scene, "renameat2:delay_enter=400000:when=1")
                path = os.path.join(scene.inbox, "letter.txt")
                scene.drop(letters.text(1), "letter.txt")
                # The claim is noted before it is made.
                claims = os.path.join(scene.inbox, ".imrd/claims.jsonl")
                until(lambda: os.path.getsize(claims), 120, "about to be claimed")
                # The sender took the first one away itself.
                scene.dropped.pop()
                swap(path, scene)
                leaving = ["letter.txt"] if name == "a folder" else []
                scene.settle(120, leaving)
                tracer.terminate()
                tracer.wait(120)
                scene.settle(120, leaving)
                scene.stop()
                tally.add(scene.finish(leaving=leaving))
            except Broken as error:
                tally.broke(f"{name}: {error}")


def pdf_of(*objects, trailer="/Root 1 0 R"):
    """A PDF of the given objects, which are numbered from 1 on."""
    out = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + (body if isinstance(body, bytes) else body.encode()) + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets).encode()
    return out + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def page_with(content, filters="", font="<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>", more=()):
    stream = f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream"
    return pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
        "/XObject << /X 6 0 R >> >> >>", stream, font, *more)


def traps():
    """PDFs that take for ever, take all memory, never end, or are shut."""
    shown = b"(AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA) Tj T* "
    flood = b"BT /F1 8 Tf 10 TL 30 770 Td " + shown * 400_000 + b"ET"
    zeros = zlib.compress(zlib.compress(bytes(1 << 28), 9), 9)
    recursive = (b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 12 >>\n"
                 b"stream\n/X Do /X Do \nendstream")
    yield "a bomb of text", page_with(zlib.compress(flood, 9), "/Filter /FlateDecode")
    yield "a bomb in a bomb", page_with(zeros, "/Filter [/FlateDecode /FlateDecode]")
    yield "a form that draws itself", page_with(b"/X Do", more=[recursive])
    yield "deep arrays", page_with(b"[" * 200_000 + b"]" * 200_000)
    yield "deep dictionaries", pdf_of("<< /Type /Catalog /Pages 2 0 R >>", "<< /A " * 50_000 + ">>" * 50_000)
    yield "pages in a circle", pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
        "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>")
    yield "a thousand million pages", pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>")
    yield "a length that is itself", pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", "<< /Length 4 0 R >>\nstream\nBT ET\nendstream")
    yield "a table before itself", pdf_of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>",
                                          trailer="/Root 1 0 R /Prev 9")
    yield "shut with a password", pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>",
        "<< /Filter /Standard /V 1 /R 2 /P -64 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>",
        trailer="/Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>]")
    whole = letters.pdf(77, 20_000)
    for length in range(1024, len(whole), 1024):
        yield f"cut at {length}", whole[:length]


def pdf_traps(options, tally):
    """22: bombs, loops, deep nesting, encrypted, cut at every kilobyte: each has its outcome, and the others go on."""
    with Scene(options.bin) as scene:
        scene.start()
        count = 0
        for number, (name, content) in enumerate(traps()):
            scene.drop(content, f"{number}.pdf", outcome="held" if not name.startswith("cut") else None)
            scene.drop(letters.text(number), f"{number}.txt")
            count += 1
        until(lambda: not any(name.endswith(".txt") for name in scene.in_inbox()), 120, "the letters among them are claimed")
        scene.settle(300)
        most = memory_of(scene.process.pid)
        if most > MOST_MEMORY:
            raise Broken(f"the daemon took {most >> 20} MiB")
        scene.stop()
        tally.add(scene.judge())
        tally.add(scene.finish())
        tally.runs = count
        tally.notes.append(f"{count} traps, {most >> 20} MiB at the most")


ATTACKS = (
    "\x1b[31;1mred\x1b[0m", "\x1b]0;title\x07", "\x9b2J", "\u202egnp.exe\u202c", "\u2066hidden\u2069",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x\")", "+1+cmd|' /C calc'!A0",
    "@SUM(1)", "-2+3", "'; DROP TABLE letters; --", "{{7*7}}", "${jndi:ldap://x}", "%n%s%x", "\u0000nul", "\rover",
    "\u2028line", "a\u0085b", "\\u001b[31m", "\"},{\"seq\":0", "\u200bzero\ufeff",
)
# Nothing that a terminal or a line of a log could take for an order; a newline and a tab are what they are.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def hostile_letter(number, attack):
    text = letters.text(number).decode()
    for place in ("Occupational Medicine", "MTUS Low Back Complaints 2004", "Nothing in this sentence", f"Item {number}",
                  "California\n", "this item"):
        text = text.replace(place, place.rstrip("\n") + " " + attack + ("\n" if place.endswith("\n") else ""), 1)
    return text.encode("utf-8", "surrogatepass")


def hostile_text(options, tally):
    """23: orders to terminals, browsers and spreadsheets in letters and names come out harmless wherever imrd shows them."""
    with Scene(options.bin) as scene:
        scene.start()
        for number, attack in enumerate(ATTACKS):
            name = attack.replace("/", "_").replace("\0", "_") + ".txt"
            scene.drop(hostile_letter(number, attack), name, outcome=None)
            scene.drop(("no letter " + attack).encode(), "none " + name, outcome="held")
        # A source is a name as well.
        os.mkdir(os.path.join(scene.inbox, "\x1b[31msource"))
        scene.drop(hostile_letter(100, ATTACKS[0]), "\x1b[31msource/x.txt", outcome=None, by="copy")
        until(lambda: not os.listdir(os.path.join(scene.inbox, "\x1b[31msource")), 120, "the source is empty")
        scene.settle(120, leaving=["\x1b[31msource"])
        waiting = os.path.join(scene.inbox, "wait \x1b[31m\u202e.txt")
        with open(waiting, "wb") as file:
            file.write(b"half")
            file.flush()
            until(lambda: scene.status()["waiting"], 120, "one that waits")
            outputs = dict(shown(scene, running=True))
            os.unlink(waiting)
        scene.settle(120, leaving=["\x1b[31msource"])
        scene.stop()
        outputs |= dict(shown(scene, running=False))
        for verb, output in outputs.items():
            tally.runs += 1
            check_harmless(tally, verb, output)
        reached = [name for name, output in outputs.items() if b"<script>" in output or b"red" in output]
        tally.notes.append(f"{len(outputs)} sinks, {len(reached)} of them with text of the attacks")
        tally.counts.update(scene.judge())
        if tally.counts["filed"] < len(ATTACKS) // 2 or len(reached) < 10:
            raise Broken(f"too little came through to prove anything: {tally.counts}, {reached}")


def shown(scene, running):
    """Everything that imrd shows of letters, by the name of the sink."""
    files = []
    for folder, _, names in os.walk(os.path.join(scene.root, "held")):
        files += [os.path.join(folder, name) for name in names if name == "original"]
    verbs = (("status",), ("anomalies",), ("anomalies", "list"), ("held",), ("recheck",), ("check", *files),
             ("check", "\x1b[31mnowhere"), ("letters",), ("deadlines",))
    for verb in verbs:
        for json_flag in ((), ("--json",)):
            result = subprocess.run([scene.binary, *verb, *json_flag, "--root", scene.root], capture_output=True,
                                    env=os.environ | scene.environment, timeout=120)
            if b"unexpected argument" in result.stderr.lower():
                continue
            name = f"imrd {' '.join(verb[:2] if verb[0] != 'check' else verb[:1])} {' '.join(json_flag)}"
            yield f"{name}, running {running}, to standard output", result.stdout
            yield f"{name}, running {running}, to standard error", result.stderr
    yield f"the journal, running {running}", scene.said().encode()
    for folder, _, names in os.walk(scene.root):
        for name in names:
            if name.endswith(".jsonl") or name in ("reason.json", "bag-info.txt", "manifest-sha256.txt"):
                with open(os.path.join(folder, name), "rb") as file:
                    yield os.path.relpath(os.path.join(folder, name), scene.root), file.read()


def check_harmless(tally, name, output):
    text = output.decode("utf-8", "replace")
    if found := FORBIDDEN.search(text):
        tally.broke(f"{name}: {found[0]!r} in {text[max(0, found.start() - 60):found.end() + 20]!r}")
    if name.endswith(".jsonl") or "--json" in name and "output" in name:
        for line in text.splitlines():
            try:
                json.loads(line)
            except ValueError as error:
                tally.broke(f"{name}: {error}: {line[:80]!r}")
                return


ROWS = {"11-swapped": swapped_while_claimed, "22-pdf": pdf_traps, "23-text": hostile_text}
