#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Installs what scripts/windows has packed, uses it and removes it again, each in a Windows of its own under Wine.

usage: packages.py BUILD [--short] [--pictures FOLDER]

BUILD has a stage, the tree that is packed, and packages. The stage is packed as two versions, each with one more file.
In each program that is installed: a kick by the command line and one in the window, the check of the history, a
connection whose secret is in the credential store and outlives the upgrade, and a link that goes to the window that
runs. --short: only the setup that is among the packages already, in one way.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from windows import Failure, Program, Windows, missing, until

SOURCE = pathlib.Path(__file__).resolve().parents[2]
OLDER, NEWER = '1.2.3', '1.3.0'
# Exit codes of the setup, of which Wine keeps eight bits.
OTHER_VERSION, RUNNING = 1638 & 0xff, 15618 & 0xff


def note(text):
    print(f'== {text}', flush=True)


def check(condition, text):
    if not condition:
        raise Failure(text)


def files_in(tree):
    return {path.relative_to(tree).as_posix() for path in tree.rglob('*') if path.is_file()}


class Packages:
    """In a folder, with the names of the files that each version installs."""

    def __init__(self, folder, files):
        self.folder = folder
        self.files = files
        self.first = next(iter(files))

    def path(self, version, ending):
        return self.folder / 'packages' / f'kickdesk-{version}-windows-x64{ending}'


def packed_twice(stage, folder):
    files = {}
    for version in (OLDER, NEWER):
        tree = folder / f'stage-{version}'
        shutil.copytree(stage, tree)
        (tree / f'only-in-{version}.txt').write_text(version)
        files[version] = files_in(tree)
        subprocess.run([SOURCE / 'installer/windows/build', tree, version, folder / 'packages'], check=True,
                       stdout=subprocess.DEVNULL)
    return Packages(folder, files)


def packed_before(build):
    version = next((build / 'packages').glob('*-setup.exe')).name.split('-')[1]
    return Packages(build, {version: files_in(build / 'stage')})


class Setup:
    """The setup in one of its ways, from the first installation to the removal."""

    def __init__(self, packages, windows, folder, switches=()):
        self.packages = packages
        self.windows = windows
        self.program = Program(windows, folder)
        self.switches = switches

    def install(self, version, *switches):
        return self.windows.wine(self.packages.path(version, '-setup.exe'), '/S', *switches, *self.switches)[0]

    def installed(self, version):
        check(self.program.files() == self.packages.files[version] | {'uninstall.exe'}, f'not the files of {version}')

    def remove(self):
        """The uninstaller answers early, so its own end is waited for."""
        self.windows.wine(self.program.folder / 'uninstall.exe', '/S')
        until(lambda: not (self.program.folder / 'uninstall.exe').exists(), 'the removal')
        check(not self.program.folder.exists() or not self.program.files(), 'something stays after the removal')


def save_secret(program, told):
    """A connection whose secret goes into the credential store and nowhere else."""
    program.cli('profile', 'add', '生产', '--host', told['host'], '--key-id', told['keyId'], '--secret-stdin',
                secret=told['secret'].encode())
    data = program.windows.local(program.windows.home() + '/AppData/Local/kickdesk')
    for file in data.rglob('*'):
        check(not file.is_file() or told['secret'].encode() not in file.read_bytes(), f'the secret is in {file}')


def use_secret(program):
    check(isinstance(program.cli('--profile', '生产', '--json', 'search', '--limit', '1'), list), 'no user is found')


def whole_setup(packages, windows, pictures, is_short):
    home = windows.home()
    setup = Setup(packages, windows, home + '/AppData/Local/Programs/Kickdesk')
    program = setup.program
    note('setup, for one user, in Chinese')
    check(setup.install(packages.first, '/LANG=zh-CN') == 0, 'the setup fails')
    setup.installed(packages.first)
    program.kick()
    program.kick_in_window('zh-CN', pictures)
    if not is_short:
        upgrade(packages, setup, pictures)
    note('removal')
    setup.remove()
    check(windows.local(home + '/AppData/Local/kickdesk/journal.db').exists(), 'the history is removed')


def upgrade(packages, setup, pictures):
    program = setup.program
    # A sandbox from elsewhere, because it has to outlive the program that is replaced.
    elsewhere = packages.folder / f'stage-{OLDER}' / 'kickdesk-cli.exe'
    with setup.windows.started(elsewhere, '--json', 'sandbox') as sandbox:
        save_secret(program, json.loads(sandbox.stdout.readline()))
        use_secret(program)
        note('refused while a program runs')
        with setup.windows.started(program.folder / 'kickdesk-cli.exe', '--json', 'sandbox') as running:
            running.stdout.readline()
            check(setup.install(NEWER) == RUNNING, 'the setup writes over a program that runs')
            setup.installed(OLDER)
        note('upgrade, in English')
        kicks = program.kicks()
        until(lambda: setup.install(NEWER, '/LANG=en-US') == 0, 'the upgrade')
        setup.installed(NEWER)
        check(program.kicks() == kicks, 'the history is lost')
        use_secret(program)
    program.kick()
    program.kick_in_window('en-US', pictures)
    note('no way back')
    check(setup.install(OLDER) == OTHER_VERSION, 'an older version is installed over a newer one')
    setup.installed(NEWER)


def other_places(packages, windows):
    for name, folder, switches in (
        ('a folder with Chinese and blanks', 'C:/工具 箱/强制 下线', ('/D=C:\\工具 箱\\强制 下线',)),
        ('all users', 'C:/Program Files/Kickdesk', ('/AllUsers',)),
    ):
        note(f'setup, {name}')
        setup = Setup(packages, windows, folder, switches)
        check(setup.install(OLDER) == 0, 'the setup fails')
        setup.installed(OLDER)
        setup.program.kick()
        setup.remove()


def msi(packages, windows):
    note('MSI')
    program = Program(windows, 'C:/Program Files/Kickdesk')

    def run(action, version):
        return windows.wine('msiexec', action, packages.path(version, '.msi'), '/qn')[0]

    check(run('/i', OLDER) == 0, 'the MSI fails')
    check(program.files() == packages.files[OLDER], f'not the files of {OLDER}')
    program.kick()
    check(run('/i', NEWER) == 0, 'the upgrade fails')
    check(program.files() == packages.files[NEWER], f'not the files of {NEWER}')
    program.kick()
    check(run('/i', OLDER) != 0, 'an older version is installed over a newer one')
    check(run('/x', NEWER) == 0 and not (program.folder / 'kickdesk.exe').exists(), 'the removal fails')


def main(build, is_short, pictures):
    tools = missing(['wine', 'wineserver', 'makensis', 'wixl', 'Xvfb', 'openbox', 'xdotool', 'import'])
    if tools:
        sys.exit(f'Missing: {", ".join(tools)}. Run scripts/deps.')
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        windows = Windows(folder)
        try:
            packages = packed_before(build) if is_short else packed_twice(build / 'stage', folder)
            whole_setup(packages, windows, pictures, is_short)
            if not is_short:
                other_places(packages, windows)
                msi(packages, windows)
        except (Failure, subprocess.TimeoutExpired) as failure:
            sys.exit(f'failed: {failure}')
        finally:
            windows.close()
    note('all done')


if __name__ == '__main__':
    words = sys.argv[1:]
    folder = None
    if '--pictures' in words:
        at = words.index('--pictures')
        folder = pathlib.Path(words[at + 1])
        del words[at:at + 2]
    short = '--short' in words
    words = [word for word in words if word != '--short']
    if len(words) != 1:
        sys.exit(__doc__)
    main(pathlib.Path(words[0]).resolve(), short, folder)
