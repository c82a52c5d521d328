#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P10: instructions from the start to the first painted window, without a screen, against Qt's empty window."""
import re
import subprocess
import sys

import processes

GOAL = 1.8
# What it may not fall behind: when the pool of the sandbox is ready before the first paint, TLS is loaded before it too.
GATE = 2.2


def paint(command, build, home, *tool):
    """What `tool` says about the program, which ends once its first window is painted."""
    preload = processes.built(build / "tests" / "libbench_firstpaint.so")
    env = processes.environment(home, QT_QPA_PLATFORM="offscreen", QT_HASH_SEED="0", LD_PRELOAD=preload)
    end = subprocess.run([*tool, *command], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                         check=False)
    if end.returncode != 0:
        sys.exit(f"P10  {command[0]} painted no window: {end.stderr}")
    return end.stderr


def instructions(command, build, home):
    """Millions of instructions, all threads. Once is enough, for they repeat themselves within a hundredth; the run
    before has made the files that a later start finds."""
    paint(command, build, home)
    said = paint(command, build, home, "valgrind", "--tool=callgrind", f"--callgrind-out-file={home}/callgrind")
    return int(re.search(r"Collected : (\d+)", said)[1]) / 1e6


def main():
    """Measures and judges."""
    given = processes.arguments(__doc__, (["--gate"], {"action": "store_true", "help": "the bound of CI, not the goal"}))
    report = processes.Report("P10")
    if processes.installed("valgrind") is None:
        report.absent("valgrind", "valgrind")
        sys.exit(1)
    ours = [processes.built(given.build / "bin" / "kickdesk"), "--sandbox", "--lang", "en-US"]
    bare = [processes.built(given.build / "tests" / "bench_barewindow")]
    with processes.scratch() as folder:
        counts = [instructions(command, given.build, folder) for command in (ours, bare)]
    report.ratio("instructions to the first paint", counts[0], ("bare window", counts[1]), GATE if given.gate else GOAL, "M")
    report.exit()


if __name__ == "__main__":
    main()
