#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P13: what the journal on the disk costs in the run of P1. There is no kick without a journal, so the other run has its own in
memory (/dev/shm): the writing is the same, the disk is not waited for."""
import os
from statistics import median

import lists
import processes

USERS = 5000
IN_FLIGHT = 64
LATENCY_MS = 30
RUNS = 5
MEMORY = "/dev/shm"


def main():
    build = processes.arguments(__doc__).build
    report = processes.Report("P13")
    on_disk, in_memory = [], []
    with lists.server(latency_ms=LATENCY_MS) as at:
        for _ in range(RUNS):
            os.environ.pop("KICKDESK_BENCH_DIR", None)
            on_disk.append(lists.run_list(build, at, USERS, IN_FLIGHT).seconds)
            os.environ["KICKDESK_BENCH_DIR"] = MEMORY
            in_memory.append(lists.run_list(build, at, USERS, IN_FLIGHT).seconds)
    ratio = median(on_disk) / median(in_memory)
    report.figure("wall time with the journal on disk, against memory",
                f"{median(on_disk):.2f} s / {median(in_memory):.2f} s = {ratio:.2f}", "<= 1.05", ratio <= 1.05)
    report.exit()


if __name__ == "__main__":
    main()
