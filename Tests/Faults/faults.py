#!/usr/bin/env python3
"""The fault suite: drives the real imrd through the rows of "Faults to survive", each followed by a clean start and the oracle.

Usage: faults.py [--bin IMRD] [--short] [--write PAGE] [--kills N] [--cuts N] [--letters N] [--stride N] [--seed N] [ROW...]

Without ROW all rows run; names are those of the table that it prints (Markdown). Needs strace and a C compiler; the rows that
fill disks, cut the power or make the kernel's queue small need root, and say loudly that they are skipped where they cannot
run. --short takes about four minutes; the long form hours. --write puts the rows into PAGE, between its marks.
With KEEP=1 in the environment the folder of a row that fails is kept; with VERBOSE=1 more is said.
Exit status 0: every row held, or was skipped.
"""

import argparse
import os
import random
import sys
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402
import report  # noqa: E402
import rows_damage  # noqa: E402
import rows_disk  # noqa: E402
import rows_drops  # noqa: E402
import rows_errors  # noqa: E402
import rows_held  # noqa: E402
import rows_hostile  # noqa: E402
import rows_kill  # noqa: E402
import rows_life  # noqa: E402
import rows_order  # noqa: E402
import rows_power  # noqa: E402
from tally import Tally  # noqa: E402

ROWS = {name: row for rows in (rows_kill, rows_order, rows_held, rows_power, rows_errors, rows_disk, rows_drops, rows_hostile,
                               rows_damage, rows_life)
        for name, row in rows.ROWS.items()}


def default_binary():
    build = os.path.join(harness.HERE, "..", "..", ".build")
    paths = [os.path.join(build, kind, "imrd") for kind in ("release", "debug")]
    return os.path.realpath(next((path for path in paths if os.path.exists(path)), paths[-1]))


def parsed_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--bin", default=default_binary(), help="the imrd to test; imrd-watch stands beside it")
    parser.add_argument("--short", action="store_true", help="small counts, for every commit")
    parser.add_argument("--write", metavar="PAGE", help="write the rows into this page")
    parser.add_argument("--kills", type=int, help="how often the daemon is killed at random")
    parser.add_argument("--cuts", type=int, help="how often the power is cut")
    parser.add_argument("--letters", type=int, help="how many letters a load has")
    parser.add_argument("--stride", type=int, help="every how manieth system call is a point of injection")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    if not os.path.isfile(options.bin):
        parser.error(f"--bin {options.bin}: no such program; build imrd, or give the path of the program itself")
    options.kills = options.kills or (40 if options.short else 2000)
    options.cuts = options.cuts or (20 if options.short else 1000)
    options.letters = options.letters or (200 if options.short else 2000)
    options.stride = options.stride or (17 if options.short else 1)
    for name in options.rows:
        if name not in ROWS:
            parser.error(f"no row {name}; there are {', '.join(ROWS)}")
    return options


def run(name, options):
    """Runs a row; whatever goes wrong is noted in its tally."""
    tally = Tally(name)
    try:
        ROWS[name](options, tally)
    except harness.NotPossible as error:
        tally.skip(str(error))
    except harness.Broken as error:
        tally.broke(str(error))
    except Exception:
        tally.broke(traceback.format_exc().strip().replace("\n", " / "))
    return tally


def main():
    options = parsed_options()
    random.seed(options.seed)
    print(f"seed {options.seed}, {options.bin}\n\n" + "\n".join(report.HEAD), flush=True)
    failures = []
    skipped = []
    for name in options.rows or ROWS:
        start = time.monotonic()
        tally = run(name, options)
        failures += tally.failures
        skipped += [f"SKIPPED {name}: {tally.skipped}"] if tally.skipped else []
        line = report.line_of(name, ROWS[name], tally, time.monotonic() - start)
        print(line, flush=True)
        if options.write:
            report.write(options.write, {name: line}, ROWS)
    if skipped:
        print("\n" + "\n".join(skipped))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
