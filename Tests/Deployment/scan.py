"""Makes a scan of a text: a PDF of pictures of its pages. Usage: scan.py TEXT PDF"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Forms"))
from scans import assemble, scan

LINES = 54


def typed(text):
    """A PDF with the text in Courier."""
    lines = text.splitlines()
    pages = [lines[start:start + LINES] for start in range(0, len(lines), LINES)]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
    for page in pages:
        shown = "".join("({}) Tj T*\n".format(line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")) for line in page)
        content = f"BT /F 8 Tf 13 TL 36 756 Td\n{shown}ET".encode("latin-1")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    return assemble(objects)


with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
    pdf.write(typed(pathlib.Path(sys.argv[1]).read_text()))
    pdf.flush()
    pathlib.Path(sys.argv[2]).write_bytes(scan(pdf.name, 300))
