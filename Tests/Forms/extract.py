"""Writes the text of every PDF in a folder as pdfminer.six, pypdf and PyMuPDF give it: see make.sh."""

import logging
import pathlib
import sys

import fitz
import pdfminer.high_level
import pypdf


def texts(file: pathlib.Path) -> dict[str, str]:
    """The text by the name of the extractor."""
    with fitz.open(file) as document:
        pages = [page.get_text() for page in document]
    return {
        # pdfminer ends each page with a form feed of its own.
        "pdfminer": pdfminer.high_level.extract_text(str(file)),
        "pypdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(str(file)).pages),
        "pymupdf": "\f".join(pages),
    }


# Letters say that their text may not be copied, and pdfminer says so of each.
logging.getLogger("pdfminer").setLevel(logging.ERROR)
folder, out = map(pathlib.Path, sys.argv[1:])
for file in sorted(folder.glob("*.pdf")):
    for extractor, text in texts(file).items():
        (out / f"{file.stem}.{extractor}.txt").write_text(text, encoding="utf-8", newline="")
