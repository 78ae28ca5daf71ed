#!/usr/bin/env python3
"""Asks somebody else's RFC 6962 implementation for the root of an audit log: PyPI's pymerkle.

Usage: foreign_root.py LOG-FOLDER    in an environment made by: python3 -m venv DIR && DIR/bin/pip install pymerkle==7.0.0

The lines below the checkpoint's size must have the checkpoint's root, and every tree of fewer lines the root that
verify_log.py computes. Exit status 0: they agree; 1: they do not; 2: it could not be asked.
"""

import glob
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import verify_log  # noqa: E402

try:
    from pymerkle import InmemoryTree
except ImportError:
    print("cannot ask: there is no pymerkle; see the usage in this file", file=sys.stderr)
    sys.exit(2)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    audit = os.path.join(sys.argv[1], "audit")
    with open(os.path.join(audit, "checkpoint"), "rb") as note, open(os.path.join(audit, "key.pub")) as key:
        size, root = verify_log.read_checkpoint(note.read(), key.read())
    lines = []
    for path in sorted(glob.glob(os.path.join(glob.escape(audit), "*.jsonl"))):
        with open(path, "rb") as file:
            lines += file.read().split(b"\n")[:-1]
    tree = InmemoryTree(algorithm="sha256")
    leaves = []
    differences = 0
    for line in lines[:size]:
        tree.append_entry(line)
        leaves.append(verify_log.sha256(b"\x00" + line))
        # Every size of a small log, and then now and then.
        if len(leaves) <= 300 or len(leaves) % 1000 == 0:
            differences += tree.get_root() != verify_log.root_of(leaves)
    if differences or tree.get_root() != root:
        print(f"the roots differ: {differences} of the smaller trees, {tree.get_root().hex()}, {root.hex()}")
        return 1
    print(f"pymerkle agrees on the root of {size} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
