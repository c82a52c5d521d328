#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P12: what the table of a long list takes in memory, and how long until it is filtered and painted."""
import os
import subprocess
import sys

import processes


def main():
    """Measures and judges."""
    build = processes.arguments(__doc__).build
    sys.stdout.flush()
    finished = subprocess.run([build / "bin/bench_listrun"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False)
    sys.exit(finished.returncode)


if __name__ == "__main__":
    main()
