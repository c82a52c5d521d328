# SPDX-License-Identifier: Apache-2.0
"""A Windows under Wine and a screen for it, for what tests packages and ends."""
import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
LONGEST = 180
# So many looks at the screen, 0.2 s apart, have to be alike.
STILL = 8
# The fonts of Windows are not here; one that has Chinese stands in for them.
FONTS = ('Segoe UI', 'Microsoft YaHei UI', 'MS Shell Dlg', 'MS Shell Dlg 2', 'Tahoma')


class Failure(Exception):
    """What went wrong, in words."""


def until(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > end:
            raise Failure(f'{what} did not come within {seconds} s')
        time.sleep(0.2)
    return found


class Screen:
    """A screen of its own, with a window manager: without one Wine waits two seconds for each window that goes."""

    def __init__(self):
        reader, writer = os.pipe()
        self.helpers = [subprocess.Popen(
            ['Xvfb', '-displayfd', str(writer), '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
            pass_fds=[writer], stderr=subprocess.DEVNULL)]
        os.close(writer)
        with os.fdopen(reader) as number:
            self.environment = {'DISPLAY': ':' + number.readline().strip()}
        self.helpers.append(subprocess.Popen(['openbox'], env=os.environ | self.environment, stdout=subprocess.DEVNULL,
                                             stderr=subprocess.DEVNULL))

    def close(self):
        for helper in reversed(self.helpers):
            helper.terminate()
            helper.wait()


class Windows:
    """A new prefix with a screen; everything in it ends with close()."""

    def __init__(self, folder):
        self.prefix = folder / 'prefix'
        self.screen = Screen()
        self.environment = os.environ | self.screen.environment
        self.wine('cmd', '/c', 'ver')
        for font in FONTS:
            self.wine('reg', 'add', r'HKCU\Software\Wine\Fonts\Replacements', '/v', font, '/d', 'Noto Sans CJK SC', '/f')

    def close(self):
        subprocess.run(['wineserver', '--kill'], env=self.environment | {'WINEPREFIX': str(self.prefix)})
        self.screen.close()

    def command(self, *arguments):
        return [str(HERE / 'wine'), str(self.prefix), *map(str, arguments)]

    def wine(self, *arguments, secret=None):
        """Runs a program to its end; its exit code, of which Wine keeps eight bits, and what it printed."""
        result = subprocess.run(self.command(*arguments), env=self.environment, input=secret, timeout=LONGEST,
                                stdin=None if secret else subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT)
        return result.returncode, result.stdout.decode('utf-8', 'replace')

    @contextlib.contextmanager
    def started(self, *arguments):
        """A program that runs until the end of the block."""
        process = subprocess.Popen(self.command(*arguments), env=self.environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            yield process
        finally:
            process.terminate()
            process.wait()

    def local(self, path):
        """Where a path such as C:/Windows is for us."""
        return self.prefix / 'dosdevices' / path[:2].lower() / path[3:].replace('\\', '/')

    def home(self):
        users = [user for user in self.local('C:/users').iterdir() if user.name != 'Public' and user.is_dir()]
        return f'C:/users/{users[0].name}'


class Program:
    """An installed program, by the folder it is in."""

    def __init__(self, windows, folder):
        self.windows = windows
        self.folder = windows.local(folder)

    def files(self):
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob('*') if path.is_file()}

    def cli(self, *arguments, secret=None):
        code, said = self.windows.wine(self.folder / 'kickdesk-cli.exe', *arguments, secret=secret)
        if code != 0:
            raise Failure(f'kickdesk-cli {" ".join(arguments)} ended with {code}: {said}')
        return [json.loads(line) for line in said.splitlines() if line.startswith('{')] or said

    def kicks(self):
        """How many kicks the history has."""
        found = self.cli('--json', 'history')
        return len(found) if isinstance(found, list) else 0

    def kick(self):
        user = self.cli('--sandbox', '--json', 'search', 'example', '--limit', '1')[0]['userId']
        before = self.kicks()
        self.cli('--sandbox', '--lang', 'zh-CN', 'kick', user, '--everywhere', '--yes')
        if self.kicks() != before + 1:
            raise Failure('the kick is not in the history')
        if not self.cli('--json', 'history', 'verify')[0]['intact']:
            raise Failure('the history is not intact')

    def keys(self, *keys):
        subprocess.run(['xdotool', *keys], env=self.windows.environment, check=True)

    def screen(self):
        """What the screen shows, as a hash."""
        shown = subprocess.run(['import', '-window', 'root', 'rgb:-'], env=self.windows.environment, check=True,
                               stdout=subprocess.PIPE)
        return hashlib.sha256(shown.stdout).digest()

    def settle(self, before=None):
        """Waits until the screen stands still, and no longer as it was before. A cursor that blinks makes two of it."""
        seen = []

        def is_still():
            seen.append(self.screen())
            last = set(seen[-STILL:])
            return len(seen) >= STILL and len(last) <= 2 and before not in last

        until(is_still, 'a quiet screen')

    def keys_and_change(self, *keys):
        before = self.screen()
        self.keys(*keys)
        self.settle(before)

    def picture(self, file):
        if file:
            subprocess.run(['import', '-window', 'root', str(file)], env=self.windows.environment, check=True)

    def has_window(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'Kickdesk|强制下线'],
                               env=self.windows.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return found.stdout.split()

    def kick_in_window(self, language, pictures=None):
        """Searches a user with the keyboard and sends the sheet; then a link goes to the same window."""
        user = self.cli('--sandbox', '--json', 'search', 'example', '--limit', '1')[0]['userId']
        before = self.kicks()
        with self.windows.started(self.folder / 'kickdesk.exe', '--sandbox', '--lang', language) as window:
            until(self.has_window, 'the window')
            # The first start offers a tour.
            self.settle()
            self.keys('key', 'Escape')
            self.settle()
            self.keys('key', 'ctrl+f')
            self.keys_and_change('type', '--delay', '30', user)
            self.keys_and_change('key', 'Return')
            self.picture(pictures and pictures / f'user-{language}.png')
            self.keys_and_change('key', 'ctrl+shift+k')
            self.picture(pictures and pictures / f'sheet-{language}.png')
            self.keys('key', 'Return')
            until(lambda: self.kicks() == before + 1, 'the kick of the window')
            # From here on a countdown runs, so the screen never stands still.
            time.sleep(4)
            self.picture(pictures and pictures / f'receipt-{language}.png')
            code, said = self.windows.wine(self.folder / 'kickdesk.exe', '--', 'kickdesk:' + user)
            if code != 0 or window.poll() is not None:
                raise Failure(f'the link was not taken by the window that runs: {code} {said}')
            time.sleep(2)
            self.picture(pictures and pictures / f'link-{language}.png')
            # The start of the other program has taken the keyboard from it.
            self.keys('search', '--onlyvisible', '--name', 'Kickdesk', 'windowactivate', '--sync')
            self.keys('key', 'ctrl+q')
            try:
                until(lambda: window.poll() is not None, 'the end of the window')
            finally:
                self.picture(pictures and pictures / f'end-{language}.png')
            if window.returncode != 0:
                raise Failure(f'the window ended with {window.returncode}')


def missing(tools):
    return [tool for tool in tools if not shutil.which(tool)]
