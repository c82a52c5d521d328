#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P13: what the journal on the disk costs in the run of P1. There is no kick without a journal, so the other run has its own
in memory: the writing is the same, the disk is not waited for."""
import lists
import processes

USERS = 5000
IN_FLIGHT = 64
LATENCY_MS = 30
MEMORY = "/dev/shm"


def main():
    """Measures and judges."""
    build = processes.arguments(__doc__).build
    report = processes.Report("P13")
    with lists.server(latency_ms=LATENCY_MS) as at:
        seconds = processes.interleaved({
            "disk": lambda: lists.run_list(build, at, USERS, IN_FLIGHT).seconds,
            "memory": lambda: lists.run_list(build, at, USERS, IN_FLIGHT, within=MEMORY).seconds})
    report.ratio("wall time with the journal on disk", seconds["disk"], ("memory", seconds["memory"]), 1.05, "s")
    report.exit()


if __name__ == "__main__":
    main()
