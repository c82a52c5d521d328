#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P2: processor time a kick, in the run of P1: the difference of two lengths, so that no start is counted."""
import lists
import processes

FEW, MANY = 1000, 5000
IN_FLIGHT = 64
LATENCY_MS = 30


def microseconds(run):
    """Of the processor, for one more kick."""
    few, many = run(FEW, IN_FLIGHT).cpu_seconds, run(MANY, IN_FLIGHT).cpu_seconds
    return (many - few) * 1e6 / (MANY - FEW)


def main():
    """Measures and judges."""
    build = processes.arguments(__doc__).build
    report = processes.Report("P2")
    with lists.server(latency_ms=LATENCY_MS) as at:
        times = processes.interleaved(lists.runners(build, at, microseconds))
    lists.compare(report, "processor time a kick", times, 0.12, "us")
    report.exit()


if __name__ == "__main__":
    main()
