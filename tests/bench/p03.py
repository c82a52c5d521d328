#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P3: a server that answers at once, 20,000 users, 32 requests in flight."""
import re
import subprocess

import lists
import processes

USERS = 20000
IN_FLIGHT = 32
ROUNDS = 3


def run_wrk(at):
    """Seconds that wrk would take for the same number of requests; it neither signs nor records."""
    command = ["wrk", "-t1", f"-c{IN_FLIGHT}", "-d3s", f"{at.host}/api/v3/kick-users"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return USERS / float(re.search(r"Requests/sec:\s+([\d.]+)", printed).group(1))


def main():
    """Measures and judges."""
    build = processes.arguments(__doc__).build
    report = processes.Report("P3")
    with lists.server() as at:
        measures = lists.runners(build, at, lambda run: run(USERS, IN_FLIGHT).seconds)
        if processes.installed("wrk"):
            measures["wrk"] = lambda: run_wrk(at)
        seconds = processes.interleaved(measures, ROUNDS)
    lists.compare(report, "wall time", seconds, 0.08, "s")
    own = seconds["kickdesk"]
    if "wrk" in seconds:
        part = seconds["wrk"] / own
        report.figure("requests a second, of those of wrk", f"{USERS / own:.0f}/s = {part:.2f}", ">= 0.45", part >= 0.45)
    else:
        report.absent("wrk", "wrk")
    report.exit()


if __name__ == "__main__":
    main()
