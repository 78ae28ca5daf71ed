"""The table of the fault suite, printed and, on request, written into a page between two marks."""

import datetime
import re

BEGIN = "<!-- The rows between these marks are written by Tests/Faults/faults.py --write; do not edit them. -->"
END = "<!-- Here end the rows of the fault suite. -->"
HEAD = ["| row | what | runs | filed | duplicate | held | broken | seconds | day | note |", "|" + "---|" * 10]


def line_of(name, row, tally, seconds):
    """One row of the table."""
    # The first line of the row's own comment, without its number and its end.
    what = re.sub(r"^\S+: |\.$", "", row.__doc__.split("\n")[0])
    counts = tally.counts
    numbers = (tally.runs, counts["filed"], counts["duplicate"], counts["held"], len(tally.failures), f"{seconds:.0f}",
               datetime.date.today())
    note = f"SKIPPED: {tally.skipped}" if tally.skipped else "; ".join(tally.notes)
    return f"| {name} | {what} | {' | '.join(map(str, numbers))} | {note.replace('|', '/')} |"


def write(path, lines, order):
    """Puts rows into the page in the place of their former selves; the others stay as they are."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    before, _, rest = text.partition(BEGIN)
    former, _, after = rest.partition(END)
    rows = {line.split("|")[1].strip(): line for line in former.split("\n") if line.startswith("| ") and line not in HEAD}
    rows |= lines
    table = HEAD + [rows[name] for name in order if name in rows]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([before + BEGIN, "", *table, "", END + after]))
