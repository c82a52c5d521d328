#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P7: memory of the command line program that runs a list of 100,000 users; the official client has 20,000."""
import bench

FEW, MANY = 20000, 100000
IN_FLIGHT = 64


def main():
    build = bench.find_build()
    report = bench.Report("P7")
    with bench.server() as at:
        few = bench.run_list(build, at, FEW, IN_FLIGHT).peak_kilobytes
        many = bench.run_list(build, at, MANY, IN_FLIGHT).peak_kilobytes
        peer = bench.run_sdk(at, FEW, IN_FLIGHT).peak_kilobytes if bench.has_sdk() else None
    bytes_a_user = (many - few) * 1024 / (MANY - FEW)
    report.line("bytes a user", f"{bytes_a_user:.0f}", "<= 200", bytes_a_user <= 200)
    if peer is None:
        report.missing("the official client", "npm ci --prefix tests/sdk")
        report.leave()
    ratio = many / peer
    report.line("largest memory, against the official client", f"{many / 1024:.0f} MB / {peer / 1024:.0f} MB = {ratio:.2f}",
                "<= 0.30", ratio <= 0.30)
    report.leave()


if __name__ == "__main__":
    main()
