#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P1: a list of 5,000 users against a server that takes 30 ms, over TLS, 64 requests in flight, with the journal."""
from statistics import median

import lists
import processes

USERS = 5000
IN_FLIGHT = 64
LATENCY_MS = 30
RUNS = 5


def main():
    build = processes.arguments(__doc__).build
    report = processes.Report("P1")
    ours, peers = [], []
    with lists.server(latency_ms=LATENCY_MS) as at:
        for _ in range(RUNS):
            ours.append(lists.run_list(build, at, USERS, IN_FLIGHT).seconds)
            if lists.has_sdk():
                peers.append(lists.run_sdk(at, USERS, IN_FLIGHT).seconds)
    limit = IN_FLIGHT * 1000 / LATENCY_MS
    part = USERS / median(ours) / limit
    report.figure("requests a second, of what the latency allows", f"{part:.2f} of {limit:.0f}/s", ">= 0.88", part >= 0.88)
    if not peers:
        lists.no_sdk(report)
        report.exit()
    peer = median(peers)
    ratio = median(ours) / peer
    report.figure("wall time, against the official client", f"{median(ours):.2f} s / {peer:.2f} s = {ratio:.2f}",
                "<= 0.72", ratio <= 0.72)
    report.exit()


if __name__ == "__main__":
    main()
