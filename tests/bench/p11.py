#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P11: from a key press in the search box to the painted page of users, less the 30 ms that the server takes."""
import re
import subprocess
import sys

import processes

GOALS = (("median", 10), ("95 of 100 within", 18))
TIMES = r"key press after a pause: median ([\d.]+) ms, 95 of 100 within ([\d.]+) ms"


def main():
    """Measures and judges."""
    given = processes.arguments(__doc__, (("--users",), {"default": "100000", "help": "in the pool (default: 100000)"}))
    report = processes.Report("P11")
    with processes.scratch() as folder:
        end = subprocess.run([processes.built(given.build / "bin" / "bench_searchpaint"), given.users],
                             env=processes.environment(folder, QT_QPA_PLATFORM="offscreen"),
                             capture_output=True, text=True, check=False)
    times = re.search(TIMES, end.stdout)
    if end.returncode != 0 or times is None:
        sys.exit(f"P11  an answer did not come: {end.stdout}{end.stderr}")
    for (what, most), figure in zip(GOALS, times.groups()):
        report.figure(f"key press to painted page, {what}", f"{figure} ms", f"<= {most} ms", float(figure) <= most)
    report.exit()


if __name__ == "__main__":
    main()
