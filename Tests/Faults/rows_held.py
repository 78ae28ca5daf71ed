"""What people decide about held files: a cut or a kill after each step of a release and of a discarding."""

import subprocess

import letters
from harness import Broken, until
from rows_order import cut_everywhere, record


def hold(scene):
    """Holds a letter that cannot be read for a while, and two that are no letters."""
    scene.environment["IMRD_READER_PDFTOTEXT"] = "/bin/false"
    # It may be held in the end, when its release was lost.
    scene.drop(letters.pdf(3), "letter.pdf", outcome=None)
    scene.drop(b"no letter at all\n", "again.txt", outcome="held")
    scene.drop(b"nor is this one\n", "away.txt", outcome="held")
    scene.start()
    scene.settle()
    scene.stop()
    del scene.environment["IMRD_READER_PDFTOTEXT"]


def decide(scene):
    """Releases two, of which one is a letter now, and discards the third."""
    held = {entry["name"]: entry["arrival"] for entry in scene.entries() if entry["event"] == "held"}
    for verb in (("release", held["letter.pdf"]), ("release", held["again.txt"]),
                 ("discard", held["away.txt"], "--reason", "a test")):
        result = subprocess.run([scene.binary, "held", *verb, "--root", scene.root], capture_output=True, text=True, timeout=120)
        if result.returncode not in (0, 1):
            raise Broken(f"held {verb[0]}: {result.returncode}: {result.stderr}")
    until(lambda: {"filed", "discarded"} <= {entry["event"] for entry in scene.entries()}, 120, "filed and discarded")


def cut_while_deciding(options, tally):
    """3h: the power fails, or the daemon is killed, after each step of releasing and discarding held files."""
    run = record(options, hold, decide)
    tally.notes.append(f"{len(run.events)} steps")
    cut_everywhere(options, tally, run, "deciding", options.stride)


ROWS = {"3-held": cut_while_deciding}
