#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Configures, compiles and stages the project for another system, as far as that goes without its linker.

usage: crossbuild.py {windows|macos} BUILD [--all]

Compiles the sources with branches for a system; with --all every source, which takes minutes.

What is built in BUILD/SYSTEM stays there, so that a second run compiles only what has changed.
"""
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]

TOOLS = {
    'windows': ['cmake', 'ninja', 'g++', 'x86_64-w64-mingw32-g++-posix', 'x86_64-w64-mingw32-windres'],
    'macos': ['cmake', 'ninja', 'g++', 'clang++', 'llvm-ar', 'llvm-ranlib'],
}

# What has to be in the stage, besides what else is installed. The programs are empty files.
STAGED = {
    'windows': ['kickdesk.exe', 'kickdesk-cli.exe'],
    'macos': ['Kickdesk.app/Contents/MacOS/Kickdesk', 'Kickdesk.app/Contents/MacOS/kickdesk-cli'],
}


def run(*command):
    result = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0:
        sys.exit(f'{result.stdout}\nfailed: {" ".join(map(str, command))}')
    return result.stdout


def main(system, build, branches_only):
    missing = [tool for tool in TOOLS[system] if not shutil.which(tool)]
    if missing:
        sys.exit(f'Missing: {", ".join(missing)}. Run scripts/deps.')
    build = pathlib.Path(build) / system
    stage = build / 'stage'
    run('cmake', '-S', SOURCE, '-B', build, '-G', 'Ninja', '--log-level=WARNING', '-DCMAKE_BUILD_TYPE=',
        f'-DCMAKE_TOOLCHAIN_FILE={HERE / system}.cmake', '-DKICKDESK_TESTS=OFF', '-DKICKDESK_WERROR=ON', '-DKICKDESK_FETCH_KEYCHAIN=OFF',
        f'-DKICKDESK_BRANCHES_ONLY={"ON" if branches_only else "OFF"}', f'-DKICKDESK_PCH={"OFF" if branches_only else "ON"}')
    run('cmake', '--build', build, '--', '-k', '0', '-j', str(os.cpu_count()))
    shutil.rmtree(stage, ignore_errors=True)
    run('cmake', '--install', build, '--prefix', stage)
    absent = [path for path in STAGED[system] if not (stage / path).is_file()]
    if absent:
        sys.exit(f'Not in the stage: {", ".join(absent)}')
    print(f'{system}: compiled and staged in {stage}')


if __name__ == '__main__':
    arguments = [argument for argument in sys.argv[1:] if argument != '--all']
    if len(arguments) != 2 or arguments[0] not in TOOLS:
        sys.exit(__doc__)
    main(*arguments, branches_only='--all' not in sys.argv)
