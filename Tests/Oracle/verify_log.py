#!/usr/bin/env python3
"""Verifies an audit log from its format alone, sharing no code with imrd.

Usage: verify_log.py LOG-FOLDER [PUBLIC-KEY-FILE]

Needs Python's standard library and the openssl command. Prints one line for each thing that is wrong, or one line that says
that nothing is. Exit status 0: sound; 1: something is wrong; 2: it could not be checked.
"""

import base64
import glob
import hashlib
import json
import os
import subprocess
import sys
import tempfile

# The fixed start of an Ed25519 public key in DER (RFC 8410); the 32 bytes of the key follow.
DER_START = bytes.fromhex("302a300506032b6570032100")


def sha256(data):
    return hashlib.sha256(data).digest()


def root_of(leaves):
    """The Merkle tree hash of RFC 6962, level by level: an odd node at the end of a level goes up unchanged."""
    if not leaves:
        return sha256(b"")
    level = leaves
    while len(level) > 1:
        above = [sha256(b"\x01" + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = above + ([level[-1]] if len(level) % 2 else [])
    return level[0]


def strict_base64(text):
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise ValueError("base 64 is not canonical")
    return data


def openssl_accepts(key, signature, text):
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, content in (("key", DER_START + key), ("signature", signature), ("text", text)):
            paths[name] = os.path.join(folder, name)
            with open(paths[name], "wb") as file:
                file.write(content)
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", paths["key"]]
        command += ["-sigfile", paths["signature"], "-in", paths["text"]]
        return subprocess.run(command, capture_output=True).returncode == 0


def read_checkpoint(data, vkey):
    """The size and root of a signed checkpoint; raises ValueError when it cannot be believed."""
    name, key_hash, key_data = vkey.rstrip("\n").split("+", 2)
    key = strict_base64(key_data)
    if len(key) != 33 or key[0] != 1:
        raise ValueError("the public key is no Ed25519 key")
    expected_hash = sha256(name.encode() + b"\n" + key)[:4]
    if expected_hash.hex() != key_hash:
        raise ValueError("the public key's hash is not its own")
    text = data.decode("utf-8")
    if not text.endswith("\n") or "\r" in text:
        raise ValueError("the checkpoint's end is damaged")
    body, separator, signatures = text.partition("\n\n")
    lines = body.split("\n")
    if not separator or len(lines) != 3 or lines[0] != name:
        raise ValueError("the checkpoint has not three lines, or another origin")
    if not lines[1].isascii() or not lines[1].isdigit() or str(int(lines[1])) != lines[1]:
        raise ValueError("the checkpoint's size is no number")
    root = strict_base64(lines[2])
    signed = False
    for line in signatures[:-1].split("\n"):
        dash, signer, blob = line.split(" ")
        if dash != "\u2014":
            raise ValueError("a signature line is damaged")
        blob = strict_base64(blob)
        if signer == name and blob[:4] == expected_hash:
            if not openssl_accepts(key[1:], blob[4:], (body + "\n").encode()):
                raise ValueError("the signature does not fit the checkpoint")
            signed = True
    if not signed:
        raise ValueError("the checkpoint is not signed by this key")
    return int(lines[1]), root


def problems(folder, key_path):
    audit = os.path.join(folder, "audit")
    with open(key_path, encoding="utf-8") as file:
        vkey = file.read()
    try:
        with open(os.path.join(audit, "checkpoint"), "rb") as file:
            size, root = read_checkpoint(file.read(), vkey)
    except (ValueError, UnicodeDecodeError) as error:
        yield f"checkpoint: bad signature: {error}"
        return
    leaves = []
    for path in sorted(glob.glob(os.path.join(glob.escape(audit), "*.jsonl"))):
        with open(path, "rb") as file:
            lines = file.read().split(b"\n")
        if lines.pop() and len(leaves) + len(lines) < size:
            yield f"{os.path.basename(path)}: cut short: the last line has no newline"
        for number, line in enumerate(lines, 1):
            place = f"{os.path.basename(path)}:{number}"
            try:
                entry = json.loads(line.decode("utf-8"))
                if list(entry)[:4] != ["seq", "time", "event", "actor"]:
                    yield f"{place}: altered: the first keys are not seq, time, event, actor"
                elif entry["seq"] != len(leaves):
                    yield f"{place}: inserted or missing: number {entry['seq']} where {len(leaves)} must stand"
            except (ValueError, UnicodeDecodeError, TypeError):
                yield f"{place}: altered: no JSON object"
            leaves.append(sha256(b"\x00" + line))
    if len(leaves) < size:
        yield f"cut short: {len(leaves)} lines, the checkpoint covers {size}"
    elif root_of(leaves[:size]) != root:
        yield f"altered: the first {size} lines do not lead to the signed root"


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    folder = sys.argv[1]
    key_path = sys.argv[2] if len(sys.argv) == 3 else os.path.join(folder, "audit", "key.pub")
    try:
        found = list(problems(folder, key_path))
    except OSError as error:
        print(f"cannot check: {error}", file=sys.stderr)
        return 2
    print("\n".join(found) if found else "sound")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
