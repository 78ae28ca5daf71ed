"""Made-up letters, as text and as PDF: the same number is always the same letter."""

import hashlib

HEADER = """\
Case Number:          CM16-{case:07d}
Date Assigned:        11/18/2016                      Date of Injury:      10/10/2015
Decision Date:        12/19/2016                      UR Denial Date:      11/09/2016
Priority:             Standard                        Application          11/14/2016
                                                      Received:
"""

BODY = """
                 HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Occupational Medicine

                                CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the
case file, including all medical records:

Made-up patient number {number}, for tests alone. {filling}
                      IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Item {number}: {decision}

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004.

Decision rationale: This item was looked at and weighed against the guideline named above.
{conclusion}
"""


def text(number, size=4096):
    """A letter of about that many bytes; every third one is overturned, which is a finding."""
    overturned = number % 3 == 0
    parts = {
        "number": number, "decision": "Overturned" if overturned else "Upheld",
        "conclusion": f"The request is {'' if overturned else 'not '}medically necessary.", "filling": "",
    }
    bare = HEADER.format(case=number % 10_000_000) + BODY.format(**parts)
    sentence = "Nothing in this sentence is about anybody.\n"
    parts["filling"] = sentence * max(0, (size - len(bare)) // len(sentence))
    return (HEADER.format(case=number % 10_000_000) + BODY.format(**parts)).encode()


def pdf(number, size=0):
    """The same letter as a PDF of one page, without compression."""
    escaped = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in
               text(number, size).decode().splitlines())
    content = "BT /F1 8 Tf 10 TL 30 770 Td " + " ".join(f"({line}) Tj T*" for line in escaped) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    out = "%PDF-1.4\n"
    offsets = []
    for index, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{index} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def digest(content):
    return hashlib.sha256(content).hexdigest()
