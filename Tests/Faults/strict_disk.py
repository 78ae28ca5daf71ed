"""A disk as strict as POSIX allows: after a power cut only that is surely there which was synced.

A file's bytes last once the file was synced, a name once its folder was; a rename is one step for both folders. Of what was
not synced any beginning of what was done to one file or one folder may last, whatever else was done before or after: no file
system promises more, though most keep more. The model shares nothing with the daemon but the trace of its calls.
"""

import os
import stat


class Node:
    """A file, a folder or something else, with what was done to it since the disk was whole."""

    def __init__(self, kind, content=b"", entries=None):
        self.kind = kind
        self.content = content
        self.entries = entries or {}
        self.changes = []
        self.synced = 0

    def content_after(self, count, torn):
        content = bytearray(self.content)
        for index, (_, kind, data, offset) in enumerate(self.changes[:count + (1 if torn else 0)]):
            if kind == "truncate":
                del content[offset:]
                content += bytes(offset - len(content))
                continue
            data = data[:len(data) // 2] if index == count else data
            offset = len(content) if offset is None else offset
            content += bytes(max(0, offset - len(content)))
            content[offset:offset + len(data)] = data
        return bytes(content)

    def entries_after(self, count):
        entries = dict(self.entries)
        for _, kind, name, node in self.changes[:count]:
            if kind == "add":
                entries[name] = node
            else:
                entries.pop(name, None)
        return entries


def read_tree(path):
    """What stands at a path, whole."""
    mode = os.lstat(path).st_mode
    if stat.S_ISDIR(mode):
        return Node("folder", entries={name: read_tree(os.path.join(path, name)) for name in os.listdir(path)})
    if stat.S_ISREG(mode):
        with open(path, "rb") as file:
            return Node("file", file.read())
    return Node("fifo")


class StrictDisk:
    """A disk on which events are done one after the other."""

    def __init__(self, start):
        self.root = read_tree(start)
        self.nodes = [self.root]
        self.names = {}
        self.said = []
        self.step = 0
        self._know("", self.root)

    def _know(self, path, node):
        self.names[path] = node
        self.nodes.append(node)
        for name, child in node.entries.items():
            self._know(os.path.join(path, name), child)

    def do(self, event, is_synced=True):
        """Does one event; a sync that is not to be one is passed over."""
        self.step += 1
        path, other = event.path, event.other
        node = self.names.get(path)
        if event.kind == "say":
            self.said.append(event.data)
        elif event.kind in ("create", "mkdir") and node is None:
            self._add(path, Node("file" if event.kind == "create" else "folder"))
        elif event.kind == "unnamed":
            self.names[path] = Node("file")
            self.nodes.append(self.names[path])
        elif event.kind in ("write", "truncate"):
            node.changes.append((self.step, event.kind, event.data, event.offset))
        elif event.kind == "sync" and is_synced:
            node.synced = len(node.changes)
        elif event.kind == "link":
            self._add(other, node)
        elif event.kind == "rename":
            self._remove(path)
            self._add(other, node)
            for name in [name for name in self.names if name.startswith(path + "/")]:
                self.names[other + name[len(path):]] = self.names.pop(name)
        elif event.kind == "remove":
            self._remove(path)

    def _add(self, path, node):
        folder, name = os.path.split(path)
        self.names[folder].changes.append((self.step, "add", name, node))
        self.names[path] = node
        if node not in self.nodes:
            self.nodes.append(node)

    def _remove(self, path):
        folder, name = os.path.split(path)
        self.names[folder].changes.append((self.step, "remove", name, None))
        self.names.pop(path, None)

    def cut(self, lasting):
        """How much of each node lasts when the power fails now: `lasting(node)` of its changes, at least what was synced."""
        counts = {}
        for node in self.nodes:
            counts[node] = max(node.synced, min(lasting(node), len(node.changes)))
        # A rename between two folders is in both or in neither: what is in one pulls the other along.
        places = {}
        for node in self.nodes:
            for index, change in enumerate(node.changes if node.kind == "folder" else ()):
                places.setdefault(change[0], []).append((node, index))
        shared = [nodes for nodes in places.values() if len({id(node) for node, _ in nodes}) > 1]
        is_changed = True
        while is_changed:
            is_changed = False
            for nodes in shared:
                if any(counts[node] > index for node, index in nodes):
                    for node, index in nodes:
                        if counts[node] <= index:
                            counts[node] = index + 1
                            is_changed = True
        return counts

    def write(self, path, counts, torn=lambda node: False):
        """Writes what lasts to an empty place of a real disk."""
        self._write(self.root, path, counts, torn)

    def _write(self, node, path, counts, torn):
        if node.kind == "folder":
            os.mkdir(path, 0o700)
            for name, child in node.entries_after(counts[node]).items():
                self._write(child, os.path.join(path, name), counts, torn)
        elif node.kind == "file":
            with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as file:
                file.write(node.content_after(counts[node], torn(node)))
        else:
            os.mkfifo(path)
