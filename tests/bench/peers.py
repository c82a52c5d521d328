# SPDX-License-Identifier: Apache-2.0
"""The programs that our window is compared with, each with a window of its own and as quick as it can be."""
import processes

# What the page of Chromium is known by on the screen.
PAGE_COLOR = 0x2f6f4f


def page(folder):
    """A local page with a search box and 100 rows, such as an administrator's console would show."""
    row = "<tr>" + "".join(f"<td>{text}</td>" for text in (
        "Wang Fang", "wang.fang@example.com", "+86 138 **** 0001", "Activated", "2026-11-25 10:00")) + "</tr>"
    file = folder / "page.html"
    file.write_text(
        f"<!doctype html><title>Users</title><body style='background:#{PAGE_COLOR:06x};color:white'>"
        f"<input value='wang'><table>{row * 100}</table>", encoding="utf-8")
    return file.as_uri()


def keepassxc(home):
    """KeePassXC without a database and without its questions of the first start; None where it is not installed."""
    program = processes.installed("keepassxc")
    if program is None:
        return None
    settings = home / "keepassxc.ini"
    settings.write_text("[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\nSingleInstance=false\n"
                        "[GUI]\nCheckForUpdates=false\n", encoding="utf-8")
    return [program, "--config", str(settings), "--localconfig", str(home / "keepassxc-local.ini")]


def chromium(home):
    """A page as a window of Chromium, which looks for nothing in the network; None where it is not installed."""
    program = processes.installed("chromium", "chromium-browser", "google-chrome")
    if program is None:
        return None
    return [program, f"--app={page(home)}", f"--user-data-dir={home / 'chromium'}", "--no-sandbox", "--no-first-run",
            "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--password-store=basic", "--window-position=0,0", "--window-size=1280,800"]


def windows(build, home, *kickdesk):
    """Name to command and colour of what can be shown here, ours first."""
    ours = [processes.built(build / "bin" / "kickdesk"), "--sandbox", "--lang", "en-US", *kickdesk]
    found = {"kickdesk": (ours, None),
             "KeePassXC": (keepassxc(home), None),
             "Chromium": (chromium(home), PAGE_COLOR)}
    return {name: each for name, each in found.items() if each[0] is not None}
