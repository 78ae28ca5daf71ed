#!/usr/bin/env bash
# Makes the text of every PDF in a folder as several extractors give it, for `swift test --filter RealForms` (IMRD_FORMS=OUT).
# Usage: Tests/Forms/make.sh FOLDER OUT    writes OUT/NAME.{layout,order,raw,pdfminer,pypdf,pymupdf}.txt
# Needs pdftotext, and the network once for a Python environment in .build/forms with pdfminer.six, pypdf and PyMuPDF.
set -euo pipefail

if (($# != 2)) || [[ ! -d $1 ]]; then
    echo "usage: Tests/Forms/make.sh FOLDER OUT (a folder of PDFs, and where their texts go)" >&2
    exit 64
fi
folder=$(readlink -f "$1")
mkdir -p "$2"
out=$(readlink -f "$2")
cd "$(dirname "$(readlink -f "$0")")/../.."

environment=.build/forms
if [[ ! -x $environment/bin/python ]]; then
    python3 -m venv "$environment"
fi
"$environment/bin/pip" install --quiet --disable-pip-version-check pdfminer.six pypdf PyMuPDF

for file in "$folder"/*.pdf; do
    name=$(basename "$file" .pdf)
    pdftotext -enc UTF-8 -layout "$file" "$out/$name.layout.txt"
    pdftotext -enc UTF-8 "$file" "$out/$name.order.txt"
    pdftotext -enc UTF-8 -raw "$file" "$out/$name.raw.txt"
done
"$environment/bin/python" Tests/Forms/extract.py "$folder" "$out"
echo "$(find "$out" -name '*.txt' | wc -l) texts in $out"
