#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P7: memory of the command line program that runs a list of 100,000 users; the official client has 20,000."""
import lists
import processes

FEW, MANY = 20000, 100000
IN_FLIGHT = 64


def main():
    build = processes.arguments(__doc__).build
    report = processes.Report("P7")
    with lists.server() as at:
        few = lists.run_list(build, at, FEW, IN_FLIGHT).peak_kilobytes
        many = lists.run_list(build, at, MANY, IN_FLIGHT).peak_kilobytes
        peer = lists.run_sdk(at, FEW, IN_FLIGHT).peak_kilobytes if lists.has_sdk() else None
    bytes_a_user = (many - few) * 1024 / (MANY - FEW)
    report.figure("bytes a user", f"{bytes_a_user:.0f}", "<= 200", bytes_a_user <= 200)
    if peer is None:
        lists.no_sdk(report)
        report.exit()
    ratio = many / peer
    report.figure("largest memory, against the official client", f"{many / 1024:.0f} MB / {peer / 1024:.0f} MB = {ratio:.2f}",
                "<= 0.30", ratio <= 0.30)
    report.exit()


if __name__ == "__main__":
    main()
