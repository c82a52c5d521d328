#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P15: requests that prove a list of 10,000 users in one application in which 12,000 are online.

The sandbox answers; what was asked stands in the program's log.
"""
import collections
import json
import re
import subprocess

import lists
import processes

USERS = 10000
POOL_USERS = 200500
PROOF = ["check-session-status", "list-application-active-users", "get-user-login-history"]


def count_requests(folder):
    """Requests in the log, by endpoint."""
    counts = collections.Counter()
    for log in folder.glob("kickdesk*.log"):
        counts.update(re.findall(r"/api/v3/([a-z-]+)", log.read_text(encoding="utf-8")))
    return counts


def main():
    """Measures and judges."""
    build = processes.arguments(__doc__).build
    report = processes.Report("P15")
    with lists.sandbox(build, POOL_USERS) as at, processes.scratch() as folder:
        lists.write_plan(folder / "plan.json", at, USERS)
        command = [build / "bin/kickdesk-cli", "--json", "--host", at.host, "--key-id", at.key, "bulk", "run",
                   folder / "plan.json", "--yes", "--expect-count", str(USERS), "--cap", str(USERS), "--proof", "list"]
        variables = processes.environment(folder, KICKDESK_SECRET=at.secret)
        finished = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
        summary = json.loads(finished.stdout.splitlines()[-1])
        asked = count_requests(folder / "kickdesk")
    report.figure(f"{len(at.users)} online: users that are proved", str(summary["verified"]), str(USERS),
                summary["verified"] == USERS)
    requests = sum(asked[endpoint] for endpoint in PROOF)
    report.figure("requests for the proof", str(requests), "<= 500", requests <= 500)
    report.exit()


if __name__ == "__main__":
    main()
