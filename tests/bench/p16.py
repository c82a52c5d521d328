#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P16: the event loop of the window, and the memory, while a list of many users runs with its proof."""
import re
import subprocess
import sys

import processes

FIGURES = {
    "tst_listsmooth": (
        ("99 of 100 events handled within", r"99 of 100 events within (\d+) ms", 16, "ms"),
        ("the longest event handled in", r"events within \d+ ms, (\d+) ms in", 100, "ms")),
    "tst_listscale": (("memory grown by", r"(\d+) KB more", 50 * 1024, "KB"),)}


def output(program, users, home):
    """What the test prints; it also fails where the list did not end as it should."""
    env = processes.environment(home, QT_QPA_PLATFORM="offscreen", KICKDESK_LIST_USERS=users,
                                QTEST_FUNCTION_TIMEOUT="86400000")
    return subprocess.run([program], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False).stdout


def main():
    """Runs both and judges."""
    given = processes.arguments(__doc__, (("users",), {"nargs": "?", "default": "100000",
                                                       "help": "in the list (default: 100000)"}))
    report = processes.Report("P16")
    with processes.scratch() as folder:
        for name, figures in FIGURES.items():
            printed = output(processes.built(given.build / "tests" / name), given.users, folder)
            for what, pattern, most, unit in figures:
                found = re.search(pattern, printed)
                if found is None:
                    sys.exit(f"P16  {name} did not come to its end: {printed}")
                report.figure(f"{given.users} users: {what}", f"{found[1]} {unit}", f"<= {most} {unit}",
                              int(found[1]) <= most)
    report.exit()


if __name__ == "__main__":
    main()
