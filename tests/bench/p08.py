#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P8: from exec to the first painted window, in turns with KeePassXC, a page in Chromium and Qt's empty window."""
import peers
import processes

GOALS = (("KeePassXC", 0.5), ("Chromium", 0.15), ("bare window", 1.5))


def main():
    """Measures and judges."""
    given = processes.arguments(__doc__)
    report = processes.Report("P8")
    with processes.scratch() as folder, processes.Screen(folder) as screen:
        windows = peers.windows(given.build, folder)
        windows["bare window"] = ([processes.built(given.build / "tests" / "bench_barewindow")], None)
        times = processes.interleaved({
            name: lambda command=command, color=color: screen.time_to_paint(command, folder, color)
            for name, (command, color) in windows.items()})
    for name, most in GOALS:
        if name in times:
            report.ratio("exec to first painted window", times["kickdesk"], (name, times[name]), most, "ms")
        else:
            report.absent(name, name.lower())
    report.exit()


if __name__ == "__main__":
    main()
