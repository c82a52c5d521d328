#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P13: what the journal on the disk costs in the run of P1. There is no kick without a journal, so the other run has its own in
memory (/dev/shm): the writing is the same, the disk is not waited for."""
import os

import bench

USERS = 5000
IN_FLIGHT = 64
LATENCY_MS = 30
RUNS = 5
MEMORY = "/dev/shm"


def main():
    build = bench.find_build()
    report = bench.Report("P13")
    on_disk, in_memory = [], []
    with bench.server(latency_ms=LATENCY_MS) as at:
        for _ in range(RUNS):
            os.environ.pop("KICKDESK_BENCH_DIR", None)
            on_disk.append(bench.run_list(build, at, USERS, IN_FLIGHT).seconds)
            os.environ["KICKDESK_BENCH_DIR"] = MEMORY
            in_memory.append(bench.run_list(build, at, USERS, IN_FLIGHT).seconds)
    ratio = bench.median(on_disk) / bench.median(in_memory)
    report.line("wall time with the journal on disk, against memory",
                f"{bench.median(on_disk):.2f} s / {bench.median(in_memory):.2f} s = {ratio:.2f}", "<= 1.05", ratio <= 1.05)
    report.leave()


if __name__ == "__main__":
    main()
