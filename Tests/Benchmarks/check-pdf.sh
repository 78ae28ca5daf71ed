#!/usr/bin/env bash
# How fast `imrd check` reads and checks a folder of PDFs, as a share of what pdftotext alone does.
# Usage: Tests/Benchmarks/check-pdf.sh FOLDER [ROUNDS]    (default 9 rounds; builds the release binary)
#
# Compared, in turns, with the standard output thrown away, each PDF so often that there are at least 500:
#   imrd check --json FILE…                  reading, checking and printing every letter
#   xargs -P CORES -I{} pdftotext {} -       one pdftotext for each letter, on as many cores
# Printed: the medians of the wall time and of the processor time (user and system, with all children), and their ratios
# pdftotext / imrd: 1.0 is as fast as pdftotext alone, the goal is 0.9.
set -euo pipefail

if (($# < 1)) || [[ ! -d $1 ]]; then
    echo "usage: Tests/Benchmarks/check-pdf.sh FOLDER [ROUNDS]" >&2
    exit 64
fi
folder=$(readlink -f "$1")
rounds=${2:-9}
cd "$(dirname "$(readlink -f "$0")")/../.."
for product in imrd imrd-pdf; do
    swift build --configuration release --product "$product" >&2
done
exec python3 Tests/Benchmarks/check_pdf.py .build/release/imrd "$folder" "$rounds"
