#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""deletelist.py STAGE OUT: the commands of NSIS that delete what STAGE holds and nothing else, deepest folders last."""
import pathlib
import sys


def main(stage: pathlib.Path, out: pathlib.Path) -> None:
    entries = sorted(stage.rglob("*"), key=lambda path: (-len(path.parts), path))
    lines = []
    for command, chosen in (
        ("Delete", [entry for entry in entries if not entry.is_dir()]),
        ("RMDir", [entry for entry in entries if entry.is_dir()]),
    ):
        for entry in chosen:
            name = str(entry.relative_to(stage)).replace("/", "\\").replace("$", "$$")
            lines.append(f'{command} "$INSTDIR\\{name}"\n')
    out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
