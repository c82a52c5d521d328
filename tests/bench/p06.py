#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P6: a server that closes each connection after 1,000 requests, 20,000 users: nobody lost, nobody twice."""
import collections

import lists
import processes

USERS = 20000
IN_FLIGHT = 64
RECYCLE = 1000


def main():
    """Measures and judges."""
    build = processes.arguments(__doc__).build
    report = processes.Report("P6")
    with lists.server(recycle=RECYCLE, logged=True) as at:
        lists.run_list(build, at, USERS, IN_FLIGHT)
        # nginx writes its log once a second.
        processes.wait_until(lambda: len(at.bodies()) >= USERS, "the server's log")
        bodies = collections.Counter(at.bodies())
    lost = sum(1 for user in range(USERS) if not any_of(bodies, lists.user_id(user)))
    doubled = sum(count - 1 for count in bodies.values())
    report.figure("users that were lost", str(lost), "0", lost == 0)
    report.figure("requests that came twice", str(doubled), "0", doubled == 0)
    report.exit()


def any_of(bodies, user):
    return f'{{"appIds":["{lists.APP}"],"options":{{"userIdType":"user_id"}},"userId":"{user}"}}' in bodies


if __name__ == "__main__":
    main()
