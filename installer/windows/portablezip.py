#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""portablezip.py STAGE OUT: STAGE as a folder in a zip, with the empty file `portable` that keeps the data beside it.

The same files give the same bytes: names are sorted and every time is SOURCE_DATE_EPOCH, or 1980.
"""
import os
import pathlib
import sys
import time
import zipfile


def main(stage: pathlib.Path, out: pathlib.Path) -> None:
    oldest = 315532800  # the first second that the format can hold
    stamp = time.gmtime(max(oldest, int(os.environ.get("SOURCE_DATE_EPOCH", oldest))))[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:

        def add(name: str, content: bytes) -> None:
            info = zipfile.ZipInfo(f"Kickdesk/{name}", stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)

        for file in sorted(path for path in stage.rglob("*") if path.is_file()):
            add(file.relative_to(stage).as_posix(), file.read_bytes())
        add("portable", b"")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
