#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P1: a list of 5,000 users against a server that takes 30 ms, over TLS, 64 requests in flight, with the journal."""
import lists
import processes

USERS = 5000
IN_FLIGHT = 64
LATENCY_MS = 30


def main():
    """Measures and judges."""
    build = processes.arguments(__doc__).build
    report = processes.Report("P1")
    with lists.server(latency_ms=LATENCY_MS) as at:
        seconds = processes.interleaved(lists.runners(build, at, lambda run: run(USERS, IN_FLIGHT).seconds))
    limit = IN_FLIGHT * 1000 / LATENCY_MS
    part = USERS / seconds["kickdesk"] / limit
    report.figure("requests a second, of what the latency allows", f"{part:.2f} of {limit:.0f}/s", ">= 0.88", part >= 0.88)
    lists.compare(report, "wall time", seconds, 0.72, "s")
    report.exit()


if __name__ == "__main__":
    main()
