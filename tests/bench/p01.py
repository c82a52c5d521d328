#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P1: a list of 5,000 users against a server that takes 30 ms, over TLS, 64 requests in flight, with the journal."""
import bench

USERS = 5000
IN_FLIGHT = 64
LATENCY_MS = 30
RUNS = 5


def main():
    build = bench.find_build()
    report = bench.Report("P1")
    ours, peers = [], []
    with bench.server(latency_ms=LATENCY_MS) as at:
        for _ in range(RUNS):
            ours.append(bench.run_list(build, at, USERS, IN_FLIGHT).seconds)
            if bench.has_sdk():
                peers.append(bench.run_sdk(at, USERS, IN_FLIGHT).seconds)
    limit = IN_FLIGHT * 1000 / LATENCY_MS
    part = USERS / bench.median(ours) / limit
    report.line("requests a second, of what the latency allows", f"{part:.2f} of {limit:.0f}/s", ">= 0.88", part >= 0.88)
    if not peers:
        report.missing("the official client", "npm ci --prefix tests/sdk")
        report.leave()
    peer = bench.median(peers)
    ratio = bench.median(ours) / peer
    report.line("wall time, against the official client", f"{bench.median(ours):.2f} s / {peer:.2f} s = {ratio:.2f}",
                "<= 0.72", ratio <= 0.72)
    report.leave()


if __name__ == "__main__":
    main()
