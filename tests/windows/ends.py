#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Starts the programs of Windows again and again, and looks whether each process ends once its work is done.

usage: ends.py [--screen] WINE PREFIX FOLDER WINDOWENDS

WINE is the script that runs a program in the Windows PREFIX, FOLDER has kickdesk-cli.exe and kickdesk.exe, and
WINDOWENDS is the program that opens and closes windows. Each process has to end by itself with the right code, at the
most 2 seconds after it has said its last or was asked to; one that stays is named and ended. The window is an offscreen
one without --screen. KICKDESK_ENDS says how often each is started; 5 times without.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

from windows import Screen

LONGEST = 60
LONGEST_END = 2


class Process:
    """A command line that runs; reads what it says and when."""

    def __init__(self, command, environment):
        self.started = self.last = time.monotonic()
        self.said = b''
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        while bytes_read := os.read(self.process.stdout.fileno(), 65536):
            self.said += bytes_read
            self.last = time.monotonic()

    def end(self):
        """The exit code and the seconds between the last word and the end; no code when it had to be ended."""
        try:
            code = self.process.wait(LONGEST)
        except subprocess.TimeoutExpired:
            self.process.terminate()
            self.process.wait()
            return None, LONGEST
        return code, time.monotonic() - self.last


class Trial:
    def __init__(self, screen, wine, prefix, programs):
        self.wine = [wine, prefix]
        self.start = [wine, prefix, programs + '/kickdesk-cli.exe']
        self.folder = tempfile.TemporaryDirectory()
        self.environment = {name: value for name, value in os.environ.items()
                            if name not in ('DISPLAY', 'QT_QPA_PLATFORM')}
        self.environment |= screen.environment if screen else {'QT_QPA_PLATFORM': 'offscreen'}
        self.environment |= {'KICKDESK_DATA_DIR': self.folder.name + '/data', 'KICKDESK_WINE_LIMIT': '120'}
        self.bad = []
        self.slowest = {}

    def run(self, name, *arguments):
        process = Process([*self.start, *arguments], self.environment)
        code, after = process.end()
        self.slowest[name] = max(self.slowest.get(name, 0), after)
        if code != 0 or after > LONGEST_END:
            self.bad.append(f'{name}: code {code}, ended {after:.1f} s after its last word: {process.said[-200:]!r}')
        return process.said.decode('utf-8', 'replace')

    def list_of_users(self, number):
        said = self.run('search', '--sandbox', '--json', 'search', '--limit', str(number))
        users = [json.loads(line)['userId'] for line in said.splitlines() if line.startswith('{')]
        file = pathlib.Path(self.folder.name) / 'list.csv'
        file.write_text('userId\n' + '\n'.join(users) + '\n', 'utf-8')
        return users, str(file)

    def once(self, users, plan):
        self.run('history', 'history')
        self.run('history verify', 'history', 'verify')
        self.run('kick', '--sandbox', 'kick', users[0], '--everywhere', '--yes')
        self.run('bulk run', '--sandbox', 'bulk', 'run', plan, '--yes', '--expect-count', str(len(users)))


    def windows(self, helper, program, times):
        """Opens the window and closes it; the helper looks at the ends from within Windows."""
        environment = self.environment | {'KICKDESK_WINE_LIMIT': str(120 + 30 * times)}
        command = [*self.wine, helper, str(times), program, '--sandbox', '--lang', 'en-US']
        result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL)
        said = result.stdout.decode('utf-8', 'replace').strip()
        print(said)
        if result.returncode != 0:
            self.bad.append(f'the window: code {result.returncode}')


def try_all(screen, wine, prefix, programs, helper):
    times = int(os.environ.get('KICKDESK_ENDS', '5'))
    trial = Trial(screen, wine, prefix, programs)
    users, file = trial.list_of_users(5)
    plan = trial.folder.name + '/plan.json'
    for _ in range(times):
        pathlib.Path(plan).unlink(missing_ok=True)
        trial.run('bulk plan', '--sandbox', 'bulk', 'plan', file, '--everywhere', '--out', plan)
        trial.once(users, plan)
        print('.', end='', flush=True)
    print()
    for name, seconds in trial.slowest.items():
        print(f'{name}: {times} started, the slowest ended {seconds:.2f} s after its last word')
    trial.windows(helper, programs + '/kickdesk.exe', times)
    if trial.bad:
        sys.exit('\n'.join(trial.bad))


def main(has_screen, *arguments):
    screen = Screen() if has_screen else None
    try:
        try_all(screen, *arguments)
    finally:
        if screen:
            screen.close()


if __name__ == '__main__':
    words = [word for word in sys.argv[1:] if word != '--screen']
    if len(words) != 4:
        sys.exit(__doc__)
    main('--screen' in sys.argv, *words)
