"""The system calls by which a run changed its root, read from strace: what the strict disk replays."""

import collections
import os
import re

CALLS = ("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "linkat", "renameat", "renameat2", "unlinkat",
         "mkdirat")
# What is derived, or belongs to nobody: after a power cut it is gone.
LEFT_OUT = ("register.sqlite", "run", "staging")

# One thing that was done. `kind`: create, mkdir, unnamed, write, truncate, sync, link, rename, remove, say. Paths are
# relative to the root ("" is the root itself).
Event = collections.namedtuple("Event", "kind path other data offset", defaults=(None, None, None))

ARGUMENT = re.compile(r' *(?:"((?:\\x[0-9a-f]{2})*)"|(\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2})*)>|([^,()]+))')


def unescaped(text):
    return bytes.fromhex(text.replace("\\x", ""))


def wrapper(log):
    """The command that records a daemon."""
    return ["strace", "-f", "-y", "-xx", "-s", "1000000", "-o", log, "-e", "trace=" + ",".join(CALLS)]


def calls(log):
    """(name, arguments, result) of every finished call that did not fail, in the order in which they returned."""
    unfinished = {}
    with open(log, encoding="ascii", errors="replace") as lines:
        for line in lines:
            process, _, text = line.rstrip("\n").partition(" ")
            text = text.strip()
            if text.endswith("<unfinished ...>"):
                unfinished[process] = text.removesuffix("<unfinished ...>")
                continue
            if match := re.match(r"<\.\.\. \w+ resumed>(.*)", text):
                text = unfinished.pop(process, "") + match[1]
            match = re.match(r"(\w+)\((.*)\) += (\d+)(?:<((?:\\x[0-9a-f]{2})*)>)?", text)
            if match:
                arguments = []
                for found in ARGUMENT.finditer(match[2]):
                    if found[1] is not None:
                        arguments.append(unescaped(found[1]))
                    elif found[2]:
                        arguments.append(unescaped(found[3]).decode(errors="surrogateescape"))
                    elif found[4].strip() not in ("", "deleted"):
                        arguments.append(found[4].strip())
                path = unescaped(match[4]).decode(errors="surrogateescape") if match[4] else None
                yield match[1], arguments, int(match[3]), path


class Recording:
    """The events of one run below a root, and what the run said on standard error meanwhile."""

    def __init__(self, log, root, journal):
        self.root = root
        self.events = []
        self.unnamed = {}
        for name, arguments, result, path in calls(log):
            if name == "write" and arguments[0] == journal:
                self.events.append(Event("say", "", data=arguments[1].decode(errors="replace")))
            else:
                self.take(name, arguments, result, path)

    def inside(self, *parts):
        """A path below the root, or None when it is elsewhere or left out."""
        path = os.path.normpath(os.path.join(*(os.fsdecode(part) for part in parts)))
        if path != self.root and not path.startswith(self.root + "/"):
            return None
        path = "" if path == self.root else path[len(self.root) + 1:]
        return None if path.startswith(LEFT_OUT) else path

    def add(self, kind, path, **more):
        if path is not None:
            self.events.append(Event(kind, path, **more))

    def take(self, name, arguments, result, opened):
        if name == "openat":
            path = self.inside(opened)
            if "O_TMPFILE" in arguments[2]:
                self.unnamed[str(result)] = path
                self.add("unnamed", path)
            elif "O_CREAT" in arguments[2]:
                self.add("create", path)
                if "O_TRUNC" in arguments[2]:
                    self.add("truncate", path, offset=0)
        elif name == "write":
            self.add("write", self.inside(arguments[0]), data=arguments[1][:result])
        elif name == "pwrite64":
            self.add("write", self.inside(arguments[0]), data=arguments[1][:result], offset=int(arguments[3]))
        elif name == "ftruncate":
            self.add("truncate", self.inside(arguments[0]), offset=int(arguments[1]))
        elif name in ("fsync", "fdatasync"):
            self.add("sync", self.inside(arguments[0]))
        elif name == "mkdirat":
            self.add("mkdir", self.inside(arguments[0], arguments[1]))
        elif name == "unlinkat":
            self.add("remove", self.inside(arguments[0], arguments[1]))
        elif name == "linkat" and arguments[1].startswith(b"/proc/self/fd/"):
            source = self.unnamed[os.path.basename(arguments[1]).decode()]
            self.add("link", source, other=self.inside(arguments[2], arguments[3]))
        elif name.startswith("renameat"):
            self.add("rename", self.inside(arguments[0], arguments[1]), other=self.inside(arguments[2], arguments[3]))
