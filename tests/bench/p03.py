#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P3: a server that answers at once, 20,000 users, 32 requests in flight."""
import re
import shutil
import subprocess
from statistics import median

import lists
import processes

USERS = 20000
IN_FLIGHT = 32
RUNS = 3


def run_wrk(at):
    """Seconds that wrk would take for the same number of requests; it neither signs nor records."""
    command = ["wrk", "-t1", f"-c{IN_FLIGHT}", "-d3s", f"{at.host}/api/v3/kick-users"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return USERS / float(re.search(r"Requests/sec:\s+([\d.]+)", printed).group(1))


def main():
    build = processes.arguments(__doc__).build
    report = processes.Report("P3")
    ours, sdks, wrks = [], [], []
    with lists.server() as at:
        for _ in range(RUNS):
            ours.append(lists.run_list(build, at, USERS, IN_FLIGHT).seconds)
            if lists.has_sdk():
                sdks.append(lists.run_sdk(at, USERS, IN_FLIGHT).seconds)
            if shutil.which("wrk"):
                wrks.append(run_wrk(at))
    own = median(ours)
    if sdks:
        ratio = own / median(sdks)
        report.figure("wall time, against the official client", f"{own:.2f} s / {median(sdks):.2f} s = {ratio:.2f}",
                    "<= 0.08", ratio <= 0.08)
    else:
        lists.no_sdk(report)
    if wrks:
        part = median(wrks) / own
        report.figure("requests a second, of those of wrk", f"{USERS / own:.0f}/s = {part:.2f}", ">= 0.45", part >= 0.45)
    else:
        report.absent("wrk", "wrk")
    report.exit()


if __name__ == "__main__":
    main()
