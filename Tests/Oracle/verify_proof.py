#!/usr/bin/env python3
"""Checks that a letter stands in an audit log, from Docs/Formats.md alone: with the letter, the proof and the public key.

Usage: verify_proof.py PROOF LETTER PUBLIC-KEY-FILE

Needs Python's standard library and the openssl command, and no part of imrd. Prints the proved line, or why nothing is proved.
Exit status 0: proved; 1: not proved; 2: it could not be checked.
"""

import hashlib
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import verify_log  # noqa: E402


def root_from(leaf, index, size, hashes):
    """The root to which an inclusion proof leads (RFC 9162, section 2.1.3.2), or None where it has a wrong length."""
    number, last, node = index, size - 1, leaf
    for sibling in hashes:
        if last == 0:
            return None
        if number % 2 or number == last:
            node = verify_log.sha256(b"\x01" + sibling + node)
            while number % 2 == 0 and number:
                number, last = number // 2, last // 2
        else:
            node = verify_log.sha256(b"\x01" + node + sibling)
        number, last = number // 2, last // 2
    return node if last == 0 else None


def check(proof, letter, vkey):
    """The proved line; raises ValueError with the reason why there is none."""
    line = proof["line"].encode()
    entry = json.loads(line)
    if entry["event"] != "filed" or entry["sha256"] != hashlib.sha256(letter).hexdigest():
        raise ValueError("the line is about another letter")
    size, root = verify_log.read_checkpoint(proof["checkpoint"].encode(), vkey)
    if proof["size"] != size or proof["seq"] != entry["seq"] or not 0 <= proof["seq"] < size:
        raise ValueError("the proof's numbers are not those of its line and its checkpoint")
    hashes = [verify_log.strict_base64(text) for text in proof["hashes"]]
    if root_from(verify_log.sha256(b"\x00" + line), proof["seq"], size, hashes) != root:
        raise ValueError("the hashes do not lead from the line to the signed root")
    return proof["line"]


def main():
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with open(sys.argv[1], encoding="utf-8") as proof, open(sys.argv[2], "rb") as letter:
            with open(sys.argv[3], encoding="utf-8") as key:
                print("proved:", check(json.load(proof), letter.read(), key.read()))
        return 0
    except OSError as error:
        print(f"cannot check: {error}", file=sys.stderr)
        return 2
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"not proved: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
