"""What the runs of one row came to."""

import collections
import os
import sys


class Tally:
    """What the runs of one row came to."""

    def __init__(self, name):
        self.name = name
        self.runs = 0
        self.counts = collections.Counter()
        self.failures = []
        self.notes = []
        self.skipped = None

    def add(self, counts):
        self.runs += 1
        self.counts += counts

    def skip(self, why):
        """Notes that the row cannot be run here; that is no success, and is said loudly at the end."""
        self.skipped = why

    def say(self, what):
        """A line for those who want to know more than the table tells."""
        if os.environ.get("VERBOSE"):
            print(f"    {self.name}: {what}", flush=True)

    def broke(self, what):
        self.runs += 1
        self.failures.append(f"{self.name}: {what}")
        print(self.failures[-1], file=sys.stderr, flush=True)
