#!/usr/bin/env python3
"""Reads scans of letters and compares what was read with their truth.

Usage: Tests/Forms/scans.py IMRD LETTERS [DOTS]    LETTERS holds PDFs and truth/NAME.json; DOTS in an inch, 200 unless said otherwise

Each letter is drawn in black and white, as a fax is (DOTS an inch, no grey), wrapped into a PDF of pictures, and read by
"imrd check". Prints what differs, the findings of severity error and warning, and a summary. Needs pdftoppm and tesseract.
"""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile


def pictures(pdf, dots):
    """Width, height and packed dots of each page (pbm(5))."""
    drawn = subprocess.run(["pdftoppm", "-mono", "-r", str(dots), pdf], capture_output=True, check=True).stdout
    while drawn:
        kind, sides, rest = drawn.split(b"\n", 2)
        assert kind == b"P4", kind
        width, height = map(int, sides.split())
        size = (width + 7) // 8 * height
        yield width, height, rest[:size]
        drawn = rest[size:]


def scan(pdf, dots):
    """A PDF that shows the pages of another as pictures."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    pages = []
    for width, height, packed in pictures(pdf, dots):
        number = len(objects) + 1
        pages.append(f"{number} 0 R")
        drawing = b"612 0 0 792 0 0 cm /I Do"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R "
            f"/Resources << /XObject << /I {number + 2} 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing))
        objects.append(
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
            f"/BitsPerComponent 1 /Decode [1 0] /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(pages)}] /Count {len(pages)} >>".encode()
    return assemble(objects)


def assemble(objects):
    """A PDF of these objects, numbered from 1, the first its catalog."""
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\n"
    return file + f"{end}startxref\n{len(file)}\n%%EOF\n".encode()


def folded(text):
    return "".join((text or "").split())


def differences(read, truth):
    """The names of what was read otherwise than the truth has it."""
    dates = {"assigned": "date_assigned", "injury": "date_of_injury", "decision": "decision_date",
             "urDenial": "ur_denial_date", "applicationReceived": "application_received"}
    items = read["items"] if read else []
    pairs = {
        "case": (read and read["caseNumber"], truth["case_number"]),
        "dates": (read and {new: read["dates"][old] for old, new in dates.items()}, truth["dates"]),
        "decisions": ([one["decision"] for one in items], [one["decision"] for one in truth["items"]]),
        "headings": ([folded(one["treatment"]) for one in items], [folded(one["text"]) for one in truth["items"]]),
        "licences": ([*map(folded, read["reviewer"]["licensure"])] if read else [],
                     [*map(folded, truth["reviewer"]["states"])]),
        "specialties": ([*map(folded, read["reviewer"]["certifications"])] if read else [],
                        [*map(folded, truth["reviewer"]["specialties"])]),
    }
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def main():
    if not 3 <= len(sys.argv) <= 4:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    imrd, letters = sys.argv[1], pathlib.Path(sys.argv[2])
    dots = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    wrong, findings = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory(prefix="imrd-scans-") as folder:
        scans = []
        for letter in sorted(letters.glob("*.pdf")):
            scans.append(pathlib.Path(folder) / letter.name)
            scans[-1].write_bytes(scan(letter, dots))
        done = subprocess.run([imrd, "check", "--json", *scans], capture_output=True, text=True)
        for line in done.stdout.splitlines():
            read = json.loads(line)
            name = pathlib.Path(read["file"]).stem
            truth = json.loads((letters / "truth" / f"{name}.json").read_text())
            for what, (found, expected) in differences(read["determination"], truth).items():
                wrong[what] += 1
                print(f"{name} {what}: read {found}, truth {expected}")
            for finding in read["findings"]:
                if finding["severity"] in ("error", "warning", "held"):
                    findings[finding["code"]] += 1
                    print(f"{name} {finding['code']}: {finding['message']}")
    print(f"{len(scans)} scans at {dots} dots an inch; read otherwise: {dict(wrong) or 'nothing'}; "
          f"findings: {dict(findings) or 'none'}")
    print(done.stderr, end="")


if __name__ == "__main__":
    main()
