# SPDX-License-Identifier: Apache-2.0
"""What the measurements of windows and of single processes share: programs, a screen, times, verdicts."""
import argparse
import contextlib
import json
import mmap
import os
import pathlib
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from statistics import median

SOURCE = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = 5


def arguments(description, *more):
    """The parsed command line; each of `more` is a pair for add_argument()."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--build", type=pathlib.Path, help="default: build/release, else build/ci")
    for names, settings in more:
        parser.add_argument(*names, **settings)
    given = parser.parse_args()
    # What was started is ended also where the script is asked to end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    given.build = build_folder(given.build)
    return given


def build_folder(given):
    """The build that is measured, absolute; says which."""
    default = next((SOURCE / "build" / name for name in ("release", "ci")
                    if (SOURCE / "build" / name / "bin" / "kickdesk").exists()), SOURCE / "build" / "ci")
    folder = (given or default).resolve()
    print(f"build: {folder.relative_to(SOURCE) if folder.is_relative_to(SOURCE) else folder}", flush=True)
    return folder


def built(path):
    """`path`, or the end of the script where it was not built."""
    if not path.exists():
        sys.exit(f"{path.name} is not built: cmake --build {path.parents[1]} --target {path.name}")
    return str(path)


def installed(*names):
    """The first of `names` that is a program here, or None."""
    return next(filter(None, map(shutil.which, names)), None)


class Report:
    """Prints the figures of one item and remembers whether a goal was missed."""

    def __init__(self, item):
        self._item = item
        self._is_missed = False

    def figure(self, what, value, goal="", is_met=None):
        """One line; `is_met` is None where there is nothing to reach."""
        verdict = "" if is_met is None else "ok" if is_met else "MISSED"
        self._is_missed |= is_met is False
        line = f"{self._item:<4} {what:<50} {value:<50} {goal and 'goal ' + goal:<28} {verdict}"
        print(line.rstrip(), flush=True)

    def ratio(self, what, ours, peer, most, unit):
        """Compares with a peer, `peer` being its name and figure."""
        name, theirs = peer
        ratio = ours / theirs
        self.figure(what, f"{ours:.4g} {unit}  ({name} {theirs:.4g} {unit}, ratio {ratio:.2f})",
                    f"<= {most} x {name}", ratio <= most)

    def absent(self, peer, package):
        """Says that a peer could not run."""
        print(f"{self._item:<4} no peer: {peer} is not installed (Debian package {package})", flush=True)

    def exit(self):
        """Ends the script: 1 where a goal was missed."""
        sys.exit(1 if self._is_missed else 0)


def interleaved(measures, rounds=ROUNDS):
    """The median of each of `measures` (name to function), taken in turns after one round that does not count."""
    values = {name: [] for name in measures}
    for turn in range(rounds + 1):
        for name, measure in measures.items():
            value = measure()
            if turn > 0:
                values[name].append(value)
    return {name: median(each) for name, each in values.items()}


def wait_until(condition, what, seconds=60, pause=0.01):
    """Waits for `condition`; ends the script where it does not come."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"waited in vain for {what}")
        time.sleep(pause)


def environment(home, **more):
    """An environment with all data in `home`: no desktop, nothing of the one who measures."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {
        "HOME": str(home), "TMPDIR": str(home), "XDG_RUNTIME_DIR": str(home),
        "KICKDESK_DATA_DIR": str(home / "kickdesk"), "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "LC_ALL": "C.UTF-8", "TZ": "UTC"} | more


@contextlib.contextmanager
def scratch(within=None):
    """A folder for one script, made in the folder `within`."""
    with tempfile.TemporaryDirectory(prefix="kickdesk-bench-", dir=within, ignore_cleanup_errors=True) as folder:
        yield pathlib.Path(folder)


@contextlib.contextmanager
def running(command, env, **more):
    """The program while it runs; it and the processes it started are gone afterwards."""
    process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True, **{"stdout": subprocess.DEVNULL} | more)
    try:
        yield process
    finally:
        end_group(process)


def end_group(process):
    """Asks the program and what it started to end, then makes them."""
    for number, seconds in ((signal.SIGTERM, 3), (signal.SIGKILL, 10)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    if process.stdout:
        process.stdout.close()


def family(root):
    """The process and all below it."""
    children = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = int((folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(folder.name))
    found = [root]
    for process in found:
        found += children.get(process, [])
    return found


def megabytes(root, kind):
    """Memory of the process and all below it, as smaps_rollup has it under `kind`: Pss, Rss."""
    total = 0
    for process in family(root):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            lines = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
            total += next((int(line.split()[1]) for line in lines if line.startswith(f"{kind}:")), 0)
    return total / 1024


def watched(process, pause=0.02):
    """Waits for the end of a process that Popen started: what it used, and its largest memory in kilobytes.

    The `ru_maxrss` of a process is not less than the memory of whoever started it, and that of a script can be more.
    """
    peak = 0
    while True:
        with contextlib.suppress(OSError):
            found = re.search(r"^VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8"), re.M)
            peak = int(found[1]) if found else peak
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            process.returncode = os.waitstatus_to_exitcode(status)
            return usage, peak
        time.sleep(pause)


class Sandbox:
    """`kickdesk-cli sandbox` as a process of its own; a context."""

    def __init__(self, build, home, *options):
        self._process = running([built(build / "bin" / "kickdesk-cli"), "--json", "sandbox", *options],
                                environment(home), stdout=subprocess.PIPE)

    def __enter__(self):
        process = self._process.__enter__()
        address = json.loads(process.stdout.readline())
        self.host, self.key_id, self.secret = address["host"], address["keyId"], address["secret"]
        self.ca_file = address.get("caFile", "")
        return self

    def __exit__(self, *problem):
        return self._process.__exit__(*problem)


class Screen:
    """An X server without a monitor, whose picture is a file in memory that is read as it changes; a context."""

    SIZE = (1280, 800)
    # As many points are looked at, evenly spread; a quarter of them makes a picture.
    COLUMNS, ROWS = 16, 10
    ENOUGH = COLUMNS * ROWS // 4

    def __init__(self, folder):
        self._folder = folder
        self._picture = self._points = None

    def __enter__(self):
        width, height = self.SIZE
        self._server = running(
            ["Xvfb", "-displayfd", "1", "-br", "-nolisten", "tcp", "-fbdir", str(self._folder),
             "-screen", "0", f"{width}x{height}x24"], environment(self._folder), stdout=subprocess.PIPE)
        process = self._server.__enter__()
        self.display = ":" + process.stdout.readline().decode().strip()
        self._open()
        return self

    def __exit__(self, *problem):
        self._picture = None
        return self._server.__exit__(*problem)

    def _open(self):
        """Maps the picture, a file as `xwd` writes it: big-endian numbers, colours, then the lines of pixels."""
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            self._picture = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("I")
        header = [struct.unpack(">I", struct.pack("=I", value))[0] for value in self._picture[:25]]
        first = (header[0] + header[19] * 12) // 4
        line = header[12] // 4
        width, height = self.SIZE
        self._points = [first + (2 * row + 1) * height // (2 * self.ROWS) * line
                        + (2 * column + 1) * width // (2 * self.COLUMNS)
                        for row in range(self.ROWS) for column in range(self.COLUMNS)]

    def is_painted(self, color=None):
        """True where a window, or the given colour (0xRRGGBB), is seen on a quarter of the screen."""
        seen = [self._picture[point] & 0xffffff for point in self._points]
        return sum(each == color if color is not None else each != 0 for each in seen) >= self.ENOUGH

    def environment(self, home, **more):
        """What a program needs to be shown here."""
        return environment(home, DISPLAY=self.display, QT_QPA_PLATFORM="xcb", **more)

    def clear(self, home):
        """Waits until no window is left, and removes the lock that a program leaves which was made to end."""
        wait_until(lambda: not self.is_painted(), "an empty screen")
        (home / "kickdesk" / "window.lock").unlink(missing_ok=True)

    def time_to_paint(self, command, home, color=None):
        """Milliseconds from exec to the first painted window."""
        self.clear(home)
        start = time.monotonic()
        with running(command, self.environment(home)):
            wait_until(lambda: self.is_painted(color), f"a window of {command[0]}", pause=0.0005)
            return (time.monotonic() - start) * 1000
