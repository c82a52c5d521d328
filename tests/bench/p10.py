#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P10: instructions from the start to the first painted window, without a screen, against Qt's empty window."""
import re
import subprocess
import sys

import processes

GOAL = 1.8


def instructions(command, build, home):
    """Millions of instructions, all threads, until the first window is painted."""
    preload = processes.built(build / "tests" / "libbench_firstpaint.so")
    env = processes.environment(home, QT_QPA_PLATFORM="offscreen", QT_HASH_SEED="0", LD_PRELOAD=preload)
    end = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={home}/callgrind", *command], env=env,
                         stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False)
    counted = re.search(r"Collected : (\d+)", end.stderr)
    if end.returncode != 0 or counted is None:
        sys.exit(f"P10  {command[0]} painted no window: {end.stderr}")
    return int(counted[1]) / 1e6


def main():
    """Measures and judges. Once is enough: the figure repeats itself within a hundredth."""
    given = processes.arguments(__doc__)
    report = processes.Report("P10")
    if processes.installed("valgrind") is None:
        report.absent("valgrind", "valgrind")
        sys.exit(1)
    programs = {"kickdesk": [processes.built(given.build / "bin" / "kickdesk"), "--sandbox", "--lang", "en-US"],
                "bare window": [processes.built(given.build / "tests" / "bench_barewindow")]}
    with processes.scratch() as folder:
        counts = processes.interleaved(
            {name: lambda command=command: instructions(command, given.build, folder)
             for name, command in programs.items()}, rounds=1)
    report.ratio("instructions to the first paint", counts["kickdesk"],
                 ("bare window", counts["bare window"]), GOAL, "M")
    report.exit()


if __name__ == "__main__":
    main()
