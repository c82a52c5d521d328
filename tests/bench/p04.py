#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P4: system calls and instructions of one more kick in a list: the difference of two lengths.

With --gate it fails where the figures are worse than they were, which CI looks at; without, where the goal is missed.
"""
import re

import lists
import processes

FEW, MANY = 500, 1500
IN_FLIGHT = 64
# Of whom 1,500 and more are online.
POOL_USERS = 26000
LATENCY_MS = 30
GOAL_CALLS, GOAL_INSTRUCTIONS = 8, 120_000
# What it may not fall behind, with room for how the threads happen to meet.
GATE_CALLS, GATE_INSTRUCTIONS = 28, 1_750_000


def counted_calls(build, at, users, folder):
    lists.run_list(build, at, users, IN_FLIGHT, prefix=["strace", "-f", "-c", "-o", f"{folder}/calls"])
    with open(f"{folder}/calls", encoding="utf-8") as table:
        return int(re.search(r"^100\.00.*?(\d+)\s+(?:\d+\s+)?total$", table.read(), re.M).group(1))


def counted_instructions(build, at, users, folder):
    lists.run_list(build, at, users, IN_FLIGHT,
                   prefix=["valgrind", "--tool=callgrind", "--quiet", f"--callgrind-out-file={folder}/instructions"])
    with open(f"{folder}/instructions", encoding="utf-8") as profile:
        return int(re.search(r"^(?:summary|totals): (\d+)", profile.read(), re.M).group(1))


def main():
    """Measures and judges."""
    given = processes.arguments(__doc__, (["--gate"], {"action": "store_true", "help": "the bounds of CI, not the goals"}))
    build, is_gate = given.build, given.gate
    report = processes.Report("P4")
    most_calls, most_instructions = (GATE_CALLS, GATE_INSTRUCTIONS) if is_gate else (GOAL_CALLS, GOAL_INSTRUCTIONS)
    options = ["--tls", "--latency", str(LATENCY_MS)]
    with lists.sandbox(build, POOL_USERS, *options) as at, processes.scratch() as folder:

        def per_kick(count):
            few, many = count(build, at, FEW, folder), count(build, at, MANY, folder)
            return (many - few) / (MANY - FEW)

        calls, instructions = per_kick(counted_calls), per_kick(counted_instructions)
    report.figure("system calls a kick", f"{calls:.1f}", f"<= {most_calls}", calls <= most_calls)
    report.figure("instructions a kick", f"{instructions:,.0f}", f"<= {most_instructions:,}",
                  instructions <= most_instructions)
    report.exit()


if __name__ == "__main__":
    main()
