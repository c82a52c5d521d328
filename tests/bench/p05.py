#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P5: a server that takes so many requests a second, tells nobody, and answers 429 with Retry-After: 1 beyond.

tst_pace runs a list against it for a while and looks at it after its first ten seconds.
"""
import os
import re
import subprocess
import sys

import processes

SECONDS = 90
GOALS = {200: 0.96, 1000: 0.93}
MOST_REFUSED = 0.02


def main():
    """Measures and judges."""
    build = processes.arguments(__doc__).build
    report = processes.Report("P5")
    for rate, goal in GOALS.items():
        variables = {**os.environ, "KICKDESK_PACE_RATE": str(rate), "KICKDESK_PACE_SECONDS": str(SECONDS),
                     "QTEST_FUNCTION_TIMEOUT": "3600000", "QT_QPA_PLATFORM": "offscreen"}
        printed = subprocess.run([build / "tests/tst_pace"], env=variables, capture_output=True, text=True,
                                 check=False).stdout
        found = re.search(r": ([\d.]+) used, ([\d.]+) refused", printed)
        if not found:
            sys.exit(printed)
        used, refused = float(found.group(1)), float(found.group(2))
        report.figure(f"{rate}/s: used", f"{used:.3f}", f">= {goal}", used >= goal)
        report.figure(f"{rate}/s: refused", f"{refused:.4f}", f"<= {MOST_REFUSED}", refused <= MOST_REFUSED)
    report.exit()


if __name__ == "__main__":
    main()
