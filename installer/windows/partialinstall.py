#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""partialinstall.py BUILD: installs a build of Qt of which only some targets were built.

CMake's rules install everything and stop at the first file that is missing. An empty file stands in for each, and
goes again from build and installation.
"""
import pathlib
import re
import subprocess
import sys


def install(build):
    return subprocess.run(['cmake', '--install', build], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def missing(errors):
    found = re.search(r'cannot find\s+"([^"]+)"', errors)
    return found and pathlib.Path(re.sub(r'\s*\n\s*', '', found[1]))


def main(build):
    prefix = next(line.split('=', 1)[1] for line in (pathlib.Path(build) / 'CMakeCache.txt').read_text().splitlines()
                  if line.startswith('CMAKE_INSTALL_PREFIX:'))
    placeholders = []
    while (result := install(build)).returncode != 0:
        path = missing(result.stderr)
        if path is None or path.exists():
            sys.exit(result.stderr)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        placeholders.append(path)
    names = {path.name for path in placeholders}
    for path in pathlib.Path(prefix).rglob('*'):
        if path.name in names and path.is_file() and path.stat().st_size == 0:
            path.unlink()
    for path in placeholders:
        path.unlink()


if __name__ == '__main__':
    main(sys.argv[1])
