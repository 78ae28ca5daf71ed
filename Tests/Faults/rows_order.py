"""Row 3 on a disk of our own: one run is recorded, and the power fails after each of its steps on the strictest disk there is.

What is left is written out, the daemon is started on it, and the oracle judges. What the daemon said in its journal before the
cut is a promise: an arrival that was said to be filed, held or a duplicate must stand so in the log for ever.

The controls leave out one kind of sync, or do two steps in the wrong order: then something must break.
"""

import copy
import glob
import os
import random
import re
import shutil

import letters
import trace
from harness import Broken, Scene, until
from rows_kill import children
from strict_disk import StrictDisk, read_tree

BAG = r"archive/\d+/\d+/\d+"
# Every kind of sync of the filing path, and the paths that it is called on. Without any one of them something breaks.
SYNCS = {
    "a letter's bytes": BAG + r"/data/#\d+",
    "the letters' names": BAG + "/data",
    "records.jsonl": BAG + r"/records\.jsonl",
    "manifest-sha256.txt": BAG + r"/manifest-sha256\.txt",
    "the bag's own files": BAG + r"/#\d+",
    "the bag's folder": BAG,
    "the folders above the bag": r"archive(/\d+){0,2}",
    "a held file": r"held/\.\w+\.new/#\d+",
    "a held entry's folder": r"held/\.\w+\.new",
    "a held entry's name": "held",
    "the anomaly log": r"log/anomalies/[\d-]+\.jsonl",
    "the anomaly log's name": "log/anomalies",
    "the claims": r"inbox/\.imrd",
    "the audit log": r"log/audit/[\d-]+\.jsonl",
    "the audit log's folder": "log/audit",
    "the checkpoint": r"log/audit/checkpoint\.new",
    "the key": r"log/audit/key\.new",
    "the public key": r"log/audit/key\.pub\.new",
}


class Run:
    """A recorded run: the disk at its start, what was done to it, and what had been dropped."""

    def __init__(self, start, events, dropped, environment):
        self.start = start
        self.events = events
        self.dropped = dropped
        self.environment = environment
        # What an earlier run had said.
        self.before = []

    def disk_after(self, step, unsynced=None):
        """The disk after that event; syncs on the paths `unsynced` are left out, and their nodes are returned as well."""
        disk = copy.deepcopy(self.start)
        disk.said = list(self.before)
        weak = set()
        for event in self.events[:step + 1]:
            is_left_out = unsynced is not None and event.kind == "sync" and re.fullmatch(unsynced, event.path)
            disk.do(event, is_synced=not is_left_out)
            if is_left_out:
                weak.add(disk.names[event.path])
        return disk, weak


def record(options, prepare, act=lambda scene: None):
    """Runs the daemon once over what `prepare` dropped, and lets `act` ask things of it; returns what it did."""
    with Scene(options.bin) as scene:
        prepare(scene)
        start = os.path.join(scene.folder, "start")
        for path in glob.glob(scene.root + "/run") + [scene.staging]:
            shutil.rmtree(path)
        for path in glob.glob(scene.root + "/register.sqlite*"):
            os.unlink(path)
        shutil.copytree(scene.root, start, copy_function=copy_anything)
        log = os.path.join(scene.folder, "strace")
        scene.start(trace.wrapper(log), seconds=60)
        scene.settle(120, leaving=["scanner"])
        until(lambda: not glob.glob(scene.inbox + "/scanner/*"), 120, "the source is empty")
        act(scene)
        os.kill(children(scene.process.pid)[0], 15)
        scene.process.wait(120)
        events = trace.Recording(log, scene.root, scene.journal).events
        run = Run(StrictDisk(start), events, scene.dropped, scene.environment)
        disk, _ = run.disk_after(len(events))
        if found := list(differences(disk, disk.cut(wholly), scene.root)):
            raise Broken(f"the trace does not lead to what stands on disk: {found[:3]}")
        return run


def differences(disk, counts, root):
    """Where the disk of the model, with everything that was done to it, is not the real one."""
    def compare(model, real, path):
        if model is None or real is None or model.kind != real.kind:
            yield path
        elif model.kind == "folder":
            entries = model.entries_after(counts[model])
            for name in entries.keys() | real.entries.keys():
                if path or not name.startswith(trace.LEFT_OUT):
                    yield from compare(entries.get(name), real.entries.get(name), os.path.join(path, name))
        elif model.kind == "file" and model.content_after(counts[model], False) != real.content:
            yield path
    yield from compare(disk.root, read_tree(root), "")


def copy_anything(source, target):
    if os.path.isfile(source):
        shutil.copyfile(source, target)
    else:
        os.mkfifo(target)


def drop_everything(scene):
    """One of each outcome and more: texts, a PDF, a duplicate, no letter, one of a source, a FIFO."""
    scene.drop(letters.text(3), "one.txt")
    scene.drop(letters.pdf(2), "two.pdf")
    scene.drop(letters.text(3), "again.txt")
    scene.drop(b"no letter at all\n", "none.txt", outcome="held")
    scene.drop(letters.text(6), "three.txt")
    os.mkdir(os.path.join(scene.inbox, "scanner"))
    scene.drop(letters.text(7), "scanner/four.txt", by="copy")
    os.mkfifo(os.path.join(scene.inbox, "pipe"))
    scene.note("pipe", kind="fifo")


def promises(said):
    """What the journal had said of arrivals."""
    found = {}
    for line in "".join(said).splitlines():
        if match := re.search(r"arrival=(\w{26}) .*\b(filed|held|duplicate)$", line):
            found[match[1]] = match[2]
    return found


def allow_lost_names(scene):
    """The names of what was claimed at the moment of the cut may be lost (Docs/Decisions/0004); the log then says `unknown`."""
    for entry in scene.entries():
        if entry["event"] == "held" and entry["name"] == "unknown" and entry["sha256"] is None:
            for drop in scene.dropped:
                if "kind" in drop:
                    drop["name"] = "unknown"


def start_on(options, disk, run, counts, torn=lambda node: False):
    """Lets the daemon go on with what is left, and judges; returns the oracle's counts."""
    with Scene(options.bin, **run.environment) as scene:
        shutil.rmtree(scene.root)
        disk.write(scene.root, counts, torn)
        os.mkdir(scene.staging)
        scene.dropped = [dict(drop) for drop in run.dropped]
        scene.start()
        scene.settle(120, leaving=["scanner"])
        scene.stop()
        allow_lost_names(scene)
        found = scene.judge()
        logged = {entry["arrival"]: entry["event"] for entry in scene.entries() if "arrival" in entry}
        for arrival, event in promises(disk.said).items():
            if logged.get(arrival) != event:
                raise Broken(f"{arrival} had been said to be {event}, and is {logged.get(arrival, 'not in the log')}")
        return found


def surely(node):
    return node.synced


def wholly(node):
    return len(node.changes)


def by_chance(node):
    return random.choice((node.synced, len(node.changes), random.randint(node.synced, len(node.changes))))


def is_event(kinds, pattern, content=""):
    return lambda event: (event.kind in kinds and bool(re.fullmatch(pattern, event.other or event.path))
                          and content.encode() in (event.data or b""))


def cut_everywhere(options, tally, run, what, stride):
    for step in range(random.randrange(stride), len(run.events), stride):
        disk, _ = run.disk_after(step)
        for name, lasting, torn in (("all lost", surely, 0), ("all kept", wholly, 0), ("by chance", by_chance, 0),
                                    ("torn", by_chance, 0.5)):
            try:
                tally.add(start_on(options, disk, run, disk.cut(lasting), lambda node: random.random() < torn))
            except Broken as error:
                event = run.events[step]
                tally.broke(f"{what}, step {step} ({event.kind} {event.path}), {name}: {error}")


def power_cut_anywhere(options, tally):
    """3a: the power fails after each step of filing; what was not synced is lost, kept, kept in part, or torn."""
    run = record(options, drop_everything)
    tally.notes.append(f"{len(run.events)} steps")
    cut_everywhere(options, tally, run, "filing", options.stride)


def power_cut_in_recovery(options, tally):
    """3b: the power fails in the middle of a batch, and then again after each step of the start that follows."""
    run = record(options, drop_everything)
    for what, is_place in (("names given", is_event(("link",), BAG + "/data/CM.*")),
                           ("records written", is_event(("sync",), SYNCS["manifest-sha256.txt"])),
                           ("held", is_event(("sync",), "held")),
                           ("logged", is_event(("write",), SYNCS["the audit log"], '"filed"')),
                           ("concluded", is_event(("remove",), r"inbox/\.imrd/\w{26}"))):
        step = next(index for index, event in enumerate(run.events) if is_place(event))
        for name, lasting in (("all lost", surely), ("all kept", wholly)):
            disk, _ = run.disk_after(step)

            def prepare(scene):
                shutil.rmtree(scene.root)
                disk.write(scene.root, disk.cut(lasting))
                os.mkdir(scene.staging)
                scene.dropped = list(run.dropped)
            second = record(options, prepare)
            second.before = disk.said
            tally.counts["steps"] += len(second.events)
            cut_everywhere(options, tally, second, f"{what}, {name}", options.stride * 4 if options.short else 1)
    tally.notes.append(f"{tally.counts['steps']} steps")


def power_cut_while_sealing(options, tally):
    """3c: the power fails after each step of a start on another day, which seals the bag of the day before."""
    def prepare(scene):
        scene.environment["IMRD_ARCHIVE_TIME_ZONE"] = "Pacific/Pago_Pago"
        scene.drop_letters((1, 2))
        scene.start()
        scene.settle()
        scene.stop()
        # There it is the next day at every moment.
        scene.environment["IMRD_ARCHIVE_TIME_ZONE"] = "Pacific/Kiritimati"
        scene.drop_letters((3,))
    run = record(options, prepare)
    if not any(event.kind == "rename" and event.other.endswith("tagmanifest-sha256.txt") for event in run.events):
        raise Broken("the bag of the day before was not sealed")
    tally.notes.append(f"{len(run.events)} steps")
    cut_everywhere(options, tally, run, "sealing", options.stride)


def fault_of(options, run, steps, unsynced=None):
    """What breaks when the power fails after one of these steps, or None."""
    for step in steps:
        disk, weak = run.disk_after(step, unsynced)
        for lasting in (lambda node: node.synced if node in weak else len(node.changes), surely):
            try:
                start_on(options, disk, run, disk.cut(lasting))
            except Broken as error:
                return f"step {step}: {error}"
    return None


def without(options, run, unsynced):
    """What breaks when the syncs on these paths are left out."""
    places = [index for index, event in enumerate(run.events) if event.kind == "sync" and re.fullmatch(unsynced, event.path)]
    if not places:
        raise Broken(f"{unsynced} is never synced")
    # At the end, when everything was promised, and then wherever a name was given or taken, or a promise made.
    steps = [index for index, event in enumerate(run.events)
             if index > places[0] and event.kind in ("rename", "remove", "say", "link", "mkdir")]
    return fault_of(options, run, [len(run.events) - 1, *steps], unsynced)


def swapped(options, run, moved, before):
    """What breaks when the first events that `moved` fits, up to the end of their batch, come before the one given."""
    place = next(index for index, event in enumerate(run.events) if before(event))
    end = next(index for index, event in enumerate(run.events)
               if index > place and event.kind == "say" and "filed" in event.data)
    early = [event for event in run.events[place:end + 1] if moved(event)]
    late = [event for event in run.events[place:end + 1] if not moved(event)]
    events = run.events[:place] + early + late + run.events[end + 1:]
    return fault_of(options, Run(run.start, events, run.dropped, run.environment), range(place, end + 1))


AUDIT = SYNCS["the audit log"]
LOGGED = is_event(("write", "sync"), AUDIT)
FILED_LINE = is_event(("write",), AUDIT, '"filed"')
# Steps that come too early: their name, which they are, and before what.
SWAPS = {
    "it is logged before the claims are synced": (LOGGED, is_event(("sync",), SYNCS["the claims"])),
    "it is logged before its bytes are synced": (LOGGED, is_event(("sync",), SYNCS["a letter's bytes"])),
    "it is logged before its name is synced": (LOGGED, is_event(("sync",), SYNCS["the letters' names"])),
    "it is logged before its record": (LOGGED, is_event(("write",), SYNCS["records.jsonl"])),
    "it is logged before its line of the manifest": (LOGGED, is_event(("write",), SYNCS["manifest-sha256.txt"])),
    "it is logged before its anomalies": (LOGGED, is_event(("write",), SYNCS["the anomaly log"])),
    "the manifest is written before the records": (
        is_event(("write", "sync"), SYNCS["manifest-sha256.txt"]), is_event(("write",), SYNCS["records.jsonl"])),
    "the checkpoint is signed before its lines are written": (
        is_event(("create", "truncate", "write", "sync", "rename"), r"log/audit/checkpoint(\.new)?|log/audit"), FILED_LINE),
    "the claimed file is removed before the log is written": (is_event(("remove",), r"inbox/\.imrd/\w{26}"), FILED_LINE),
    "it is said before the claims are synced": (
        lambda event: event.kind == "say", is_event(("sync",), SYNCS["the claims"])),
}


def controls(options, tally):
    """3g: each kind of sync left out, and each order reversed, must break something; and nothing breaks without that."""
    run = record(options, drop_everything)
    if found := fault_of(options, run, [len(run.events) - 1]):
        tally.broke(f"nothing is left out: {found}")
    for name, paths in SYNCS.items():
        found = without(options, run, paths)
        report(tally, f"without the sync of {name}", found)
    for name, (moved, before) in SWAPS.items():
        report(tally, name, swapped(options, run, moved, before))
    tally.notes.append(f"{tally.counts['caught']} of {len(SYNCS) + len(SWAPS)} caught")


def report(tally, name, found):
    tally.runs += 1
    if found:
        tally.counts["caught"] += 1
        tally.say(f"caught: {name}: {found}")
    else:
        tally.broke(f"not caught: {name}")


ROWS = {"3-order": power_cut_anywhere, "3-recovery": power_cut_in_recovery, "3-sealing": power_cut_while_sealing,
        "3-controls": controls}
