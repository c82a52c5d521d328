#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P2: processor time a kick, in the run of P1: the difference of two lengths, so that no start is counted."""
from statistics import median

import lists
import processes

FEW, MANY = 1000, 5000
IN_FLIGHT = 64
LATENCY_MS = 30
RUNS = 5


def main():
    build = processes.arguments(__doc__).build
    report = processes.Report("P2")

    def microseconds(run):
        few, many = run(FEW).cpu_seconds, run(MANY).cpu_seconds
        return (many - few) * 1e6 / (MANY - FEW)

    ours, peers = [], []
    with lists.server(latency_ms=LATENCY_MS) as at:
        for _ in range(RUNS):
            ours.append(microseconds(lambda users: lists.run_list(build, at, users, IN_FLIGHT)))
            if lists.has_sdk():
                peers.append(microseconds(lambda users: lists.run_sdk(at, users, IN_FLIGHT)))
    if not peers:
        report.figure("processor time a kick", f"{median(ours):.0f} us", "<= 0.12 x client", None)
        lists.no_sdk(report)
        report.exit()
    ratio = median(ours) / median(peers)
    report.figure("processor time a kick, against the official client",
                f"{median(ours):.0f} us / {median(peers):.0f} us = {ratio:.2f}", "<= 0.12", ratio <= 0.12)
    report.exit()


if __name__ == "__main__":
    main()
