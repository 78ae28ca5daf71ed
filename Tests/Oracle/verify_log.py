#!/usr/bin/env python3
"""Verifies an audit log, and the archive it tells of, from Docs/Formats.md alone, sharing no code with imrd.

Usage: verify_log.py LOG-FOLDER [PUBLIC-KEY-FILE] [--archive FOLDER]

Needs Python's standard library and the openssl command. Prints one line for each thing that is wrong, or one line that says
that nothing is. Exit status 0: sound; 1: something is wrong; 2: it could not be checked. Call it while nothing is being filed.
"""

import argparse
import base64
import glob
import hashlib
import json
import os
import re
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
            if signed:
                raise ValueError("the checkpoint is signed twice by this key")
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
    except FileNotFoundError:
        yield "checkpoint: missing: nothing is vouched for"
        return
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


def archive_problems(log_folder, archive):
    """What is wrong with the bags, by the filed entries of a log that was verified."""
    bags = {}
    for path in sorted(glob.glob(os.path.join(glob.escape(log_folder), "audit", "*.jsonl"))):
        with open(path, "rb") as file:
            for line in file.read().split(b"\n"):
                try:
                    entry = json.loads(line)
                    if entry["event"] != "filed":
                        continue
                    entry = {key: entry[key] for key in ("seq", "path", "sha256", "record")}
                    bag, name = re.fullmatch(r"(\d{4}/\d\d/\d\d)/data/([^/]+)", entry["path"]).groups()
                    bags.setdefault(bag, []).append((name, entry))
                except (ValueError, KeyError, TypeError):
                    continue
                except AttributeError:
                    yield f"{entry['path']}: missing: entry {entry['seq']} names no path of the archive"
    days = set()
    for depth in (1, 2, 3):
        for path in glob.glob(os.path.join(glob.escape(archive), *["*"] * depth)) + glob.glob(
            os.path.join(glob.escape(archive), *["*"] * (depth - 1), ".*")
        ):
            below = os.path.relpath(path, archive)
            if os.path.islink(path) or not os.path.isdir(path) or not re.fullmatch(r"\d{4}(/\d\d){0,2}", below):
                yield f"{below}: unlisted: nothing of that name belongs here"
            elif depth == 3:
                days.add(below)
    for bag in sorted(bags.keys() - days):
        yield f"{bag}: missing: {len(bags[bag])} letters were filed there"
    for bag in sorted(days):
        for place, text in bag_problems(os.path.join(archive, bag), bag, bags.get(bag, [])):
            yield f"{bag}/{place}: {text}"


DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
SEALED = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "records.jsonl"]
SEAL = "tagmanifest-sha256.txt"


def bag_problems(folder, bag, entries):
    """What is wrong with one bag, as place and sentence; the entries are pairs of file name and audit entry, in order."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        regular = os.path.isfile(path) and not os.path.islink(path)
        if not (os.path.isdir(path) and not os.path.islink(path) if name == "data" else name in [*SEALED, SEAL] and regular):
            yield name, "unlisted: nothing of that name belongs in a bag"
    tags = {}
    for name in [*SEALED, SEAL]:
        try:
            with open(os.path.join(folder, name), "rb") as file:
                tags[name] = file.read()
        except OSError:
            if name != SEAL:
                yield name, "missing"
    payload = {}
    size = 0
    try:
        names = os.listdir(os.path.join(folder, "data"))
    except OSError:
        return (yield "data", "missing")
    for name in names:
        path = os.path.join(folder, "data", name)
        if os.path.islink(path) or not os.path.isfile(path):
            yield f"data/{name}", "unlisted: only files belong here"
            continue
        with open(path, "rb") as file:
            content = file.read()
        payload[name] = sha256(content).hex()
        size += len(content)
    day = bag.replace("/", "-")
    info = f"Bag-Software-Agent: imrd\nBagging-Date: {day}\n"
    info += f"External-Description: IMR final determination letters received on {day}\n"
    sum_line = f"Payload-Oxum: {size}.{len(payload)}\n"
    if tags.get("bagit.txt", DECLARATION) != DECLARATION:
        yield "bagit.txt", "altered"
    accepted = [(info + sum_line).encode()] + ([] if SEAL in tags else [info.encode()])
    if tags.get("bag-info.txt", accepted[0]) not in accepted:
        yield "bag-info.txt", "altered, or its Payload-Oxum is not true"
    yield from manifest_problems(tags.get("manifest-sha256.txt", b""), payload, entries)
    yield from record_problems(tags.get("records.jsonl", b""), entries)
    if SEAL in tags:
        lines = [f"{sha256(tags[name]).hex()}  {name}\n" for name in SEALED if name in tags]
        if tags[SEAL] != "".join(lines).encode():
            yield SEAL, "altered: it does not seal the tag files as they are"


def manifest_problems(manifest, payload, entries):
    """The manifest has a line for each letter, then one for its text where the letter is none, and no other."""
    expected = []
    for name, entry in entries:
        expected.append((name, entry["sha256"]))
        if name not in payload:
            yield f"data/{name}", f"missing: entry {entry['seq']} says it was filed"
        elif payload[name] != entry["sha256"]:
            yield f"data/{name}", f"altered: entry {entry['seq']} names another hash"
        if not name.endswith(".txt"):
            text = name.split(".")[0] + ".txt"
            expected.append((text, payload.get(text)))
            if text not in payload:
                yield f"data/{text}", "missing"
    for name in sorted(payload.keys() - {name for name, _ in expected}):
        yield f"data/{name}", "unlisted: no entry filed it"
    lines = [f"{digest}  data/{name}" for name, digest in expected]
    yield from line_problems("manifest-sha256.txt", manifest, [line.encode() for line in lines], lambda line: line)


def record_problems(records, entries):
    """The records have a line for each letter, whose hash its entry names."""
    hashes = [entry["record"] for _, entry in entries]
    yield from line_problems("records.jsonl", records, hashes, lambda line: sha256(line).hex())


def line_problems(name, content, expected, key):
    """Compares the keys of the lines of a file with those that must stand there, in order."""
    lines = content.split(b"\n")
    if lines.pop():
        yield name, "cut short: the last line has no newline"
    found = [key(line) for line in lines]
    for number, one in enumerate(found, 1):
        if one not in expected:
            yield f"{name}:{number}", "altered or unlisted: no entry stands for this line"
        elif one in found[: number - 1]:
            yield f"{name}:{number}", "inserted: this line stands here a second time"
    missing = sum(one not in found for one in expected)
    if missing:
        yield name, f"missing: {missing} lines"
    elif found != expected and sorted(found) == sorted(expected):
        yield name, "altered: the lines do not stand in the order of the log"


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("Usage: ")[1].split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("key", nargs="?")
    parser.add_argument("--archive")
    arguments = parser.parse_args()
    key = arguments.key or os.path.join(arguments.folder, "audit", "key.pub")
    try:
        found = list(problems(arguments.folder, key))
        if arguments.archive:
            found += archive_problems(arguments.folder, arguments.archive)
    except OSError as error:
        print(f"cannot check: {error}", file=sys.stderr)
        return 2
    print("\n".join(found) if found else "sound")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
