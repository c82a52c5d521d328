#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P2: processor time a kick, in the run of P1: the difference of two lengths, so that no start is counted."""
import bench

FEW, MANY = 1000, 5000
IN_FLIGHT = 64
LATENCY_MS = 30
RUNS = 5


def main():
    build = bench.find_build()
    report = bench.Report("P2")

    def microseconds(run):
        few, many = run(FEW).cpu_seconds, run(MANY).cpu_seconds
        return (many - few) * 1e6 / (MANY - FEW)

    ours, peers = [], []
    with bench.server(latency_ms=LATENCY_MS) as at:
        for _ in range(RUNS):
            ours.append(microseconds(lambda users: bench.run_list(build, at, users, IN_FLIGHT)))
            if bench.has_sdk():
                peers.append(microseconds(lambda users: bench.run_sdk(at, users, IN_FLIGHT)))
    if not peers:
        report.line("processor time a kick", f"{bench.median(ours):.0f} us", "<= 0.12 x client", None)
        report.missing("the official client", "npm ci --prefix tests/sdk")
        report.leave()
    ratio = bench.median(ours) / bench.median(peers)
    report.line("processor time a kick, against the official client",
                f"{bench.median(ours):.0f} us / {bench.median(peers):.0f} us = {ratio:.2f}", "<= 0.12", ratio <= 0.12)
    report.leave()


if __name__ == "__main__":
    main()
