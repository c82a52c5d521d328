#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P7: memory of the command line program that runs a list of 100,000 users; the official client has 20,000."""
import lists
import processes

FEW, MANY = 20000, 100000
IN_FLIGHT = 64


def main():
    """Measures and judges."""
    build = processes.arguments(__doc__).build
    report = processes.Report("P7")
    with lists.server() as at:
        few = lists.run_list(build, at, FEW, IN_FLIGHT).peak_kilobytes
        many = lists.run_list(build, at, MANY, IN_FLIGHT).peak_kilobytes
        peak = {"kickdesk": many / 1024}
        if lists.has_sdk():
            peak["SDK"] = lists.run_sdk(at, FEW, IN_FLIGHT).peak_kilobytes / 1024
    bytes_a_user = (many - few) * 1024 / (MANY - FEW)
    report.figure("bytes a user", f"{bytes_a_user:.0f}", "<= 200", bytes_a_user <= 200)
    lists.compare(report, "largest memory", peak, 0.3, "MB")
    report.exit()


if __name__ == "__main__":
    main()
