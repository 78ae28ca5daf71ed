"""Measures `imrd check` against pdftotext alone on the PDFs of a folder: see check-pdf.sh."""

import ctypes
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time


PR_SET_CHILD_SUBREAPER = 36


def wait_for_orphans() -> None:
    """imrd leaves its imrd-pdf to end by itself; what that took counts, too."""
    try:
        while True:
            os.waitpid(-1, 0)
    except ChildProcessError:
        pass


def measured(command: list[str], given: bytes, allowed: set[int]) -> tuple[float, float]:
    """The wall time and the processor time of a command and its children, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, input=given, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    wait_for_orphans()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in allowed:
        sys.exit(f"{command[0]} ended with {done.returncode}")
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    imrd, folder, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    files = sorted(map(str, pathlib.Path(folder).glob("*.pdf")))
    if not files:
        sys.exit(f"no PDF in {folder}")
    # As many as a folder may hold: the programs' own starts are not what is asked for.
    files *= -(-500 // len(files))
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        sys.exit("orphans cannot be waited for: " + os.strerror(ctypes.get_errno()))
    cores = str(len(os.sched_getaffinity(0)))
    check = [imrd, "check", "--json", *files]
    alone = ["xargs", "-0", "-P", cores, "-I{}", "pdftotext", "{}", "-"]
    given = b"\0".join(map(os.fsencode, files))
    times = {"imrd": [], "pdftotext": []}
    for _ in range(rounds + 1):
        times["pdftotext"].append(measured(alone, given, {0}))
        # 1: findings at or above the severity that --fail-on names.
        times["imrd"].append(measured(check, b"", {0, 1}))
    print(f"{len(files)} PDFs, {cores} cores, {rounds} rounds after one to warm up")
    middle = {}
    for name, rows in times.items():
        middle[name] = [statistics.median(column) for column in zip(*rows[1:])]
        wall, processor = middle[name]
        print(f"{name:<10} {wall:6.3f} s wall  {processor:6.3f} s processor  {len(files) / wall:6.0f} letters/s")
    for position, what in enumerate(("wall", "processor")):
        print(f"{what}: {middle['pdftotext'][position] / middle['imrd'][position]:.2f} of pdftotext's rate")


main()
