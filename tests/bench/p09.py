#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P9: memory (PSS) of the window on the sandbox with 100 rows found, in turns with KeePassXC and a page in Chromium."""
import os
import sys
import time

import peers
import processes

GOALS = (("KeePassXC", 0.5), ("Chromium", 0.12))
# A program that has taken less than so much of the processor in so many seconds has come to rest.
REST_SECONDS = 2.0
REST_TICKS = 3


def ticks(process):
    """Time of the processor that the process and all below it have taken."""
    total = 0
    for each in processes.family(process):
        try:
            with open(f"/proc/{each}/stat", encoding="utf-8") as file:
                total += sum(map(int, file.read().rpartition(")")[2].split()[11:13]))
        except OSError:
            continue
    return total


def rest(process):
    """Waits until the program has nothing more to do."""
    before = -REST_TICKS - 1
    while (now := ticks(process)) - before > REST_TICKS:
        before = now
        time.sleep(REST_SECONDS)


class Scale:
    """Weighs one program again and again, at rest with its window shown."""

    def __init__(self, screen, home, command, color):
        self._screen = screen
        self._home = home
        self._command = command
        self._color = color
        self.resident = []

    def __call__(self):
        """PSS in megabytes."""
        self._screen.clear(self._home)
        with processes.running(self._command, self._screen.environment(self._home)) as process:
            processes.wait_until(lambda: self._screen.is_painted(self._color), f"a window of {self._command[0]}")
            rest(process.pid)
            self.resident.append(processes.megabytes(process.pid, "Rss"))
            return processes.megabytes(process.pid, "Pss")


def main():
    """Measures and judges."""
    given = processes.arguments(__doc__)
    if os.geteuid() != 0:
        sys.exit("P9   run it as root: kickdesk lets nobody else look into its process")
    report = processes.Report("P9")
    with processes.scratch() as folder, processes.Screen(folder) as screen:
        # The link is searched: most users have an address at example.com or example.net, and 100 are listed.
        windows = peers.windows(given.build, folder, "kickdesk:example")
        scales = {name: Scale(screen, folder, *window) for name, window in windows.items()}
        memory = processes.interleaved(scales)
    what = "memory (PSS), connected, 100 rows shown"
    for name, most in GOALS:
        if name in memory:
            report.ratio(what, memory["kickdesk"], (name, memory[name]), most, "MB")
        else:
            report.absent(name, name.lower())
    # Other programs that run and use the same libraries take a share off the PSS.
    for name, scale in scales.items():
        report.figure(f"resident, shared or not, {name}", f"{processes.median(scale.resident):.1f} MB")
    report.exit()


if __name__ == "__main__":
    main()
