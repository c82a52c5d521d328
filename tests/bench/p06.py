#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P6: a server that closes each connection after 1,000 requests, 20,000 users: nobody lost, nobody twice."""
import collections
import time

import bench

USERS = 20000
IN_FLIGHT = 64
RECYCLE = 1000


def main():
    build = bench.find_build()
    report = bench.Report("P6")
    with bench.server(recycle=RECYCLE, logged=True) as at:
        bench.run_list(build, at, USERS, IN_FLIGHT)
        # nginx writes its log once a second.
        deadline = time.monotonic() + 10
        while len(at.statuses()) < USERS and time.monotonic() < deadline:
            time.sleep(0.1)
        bodies = collections.Counter(body for _, _, body in at.statuses())
    lost = sum(1 for user in range(USERS) if not any_of(bodies, bench.user_id(user)))
    doubled = sum(count - 1 for count in bodies.values())
    report.line("users that were lost", str(lost), "0", lost == 0)
    report.line("requests that came twice", str(doubled), "0", doubled == 0)
    report.leave()


def any_of(bodies, user):
    return f'{{"appIds":["{bench.APP}"],"options":{{"userIdType":"user_id"}},"userId":"{user}"}}' in bodies


if __name__ == "__main__":
    main()
