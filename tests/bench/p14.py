#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""P14: one kick by the command line over TLS, from exec to exit, in turns with the official SDK and with curl."""
import json
import os
import pathlib
import subprocess
import sys
import time

import lists
import processes

# What takes a few milliseconds is disturbed by anything; more turns make up for it.
ROUNDS = 15
GOALS = (("SDK", 0.12), ("curl", 2.0))
HERE = pathlib.Path(__file__).resolve().parent


def kickdesk(build, sandbox, *arguments):
    """Our command line on the sandbox."""
    return [processes.built(build / "bin" / "kickdesk-cli"), "--host", sandbox.host, "--key-id", sandbox.key_id,
            "--ca-file", sandbox.ca_file, *arguments]


def commands(build, sandbox):
    """Name to command of everybody here who can kick one user from one application. Ours looks the user up, asks for
    the session and writes its journal; the SDK and curl only send, curl with a token that it is given ready."""
    api = lists.Api(sandbox)
    user = api.call("list-users", {})["list"][0]["userId"]
    app = api.call("list-application-simple-info")["list"][0]["appId"]
    body = json.dumps({"userId": user, "appIds": [app], "options": {"userIdType": "user_id"}})
    found = {"kickdesk-cli": kickdesk(build, sandbox, "kick", user, "--apps", app, "--verify", "0", "--yes")}
    if lists.has_sdk():
        found["SDK"] = ["node", str(HERE / "sdkkick.mjs"), sandbox.host, sandbox.key_id, user, app]
    if processes.installed("curl"):
        found["curl"] = ["curl", "--silent", "--fail", "--cacert", sandbox.ca_file, "--json", body, "--header",
                         f"authorization: Bearer {api.token}", f"{sandbox.host}/api/v3/kick-users"]
    return found


class Clock:
    """Times runs of one command, and remembers what they took of the processor."""

    def __init__(self, command, env):
        self._command = command
        self._env = env
        self.processor = []

    def __call__(self):
        """Milliseconds from exec to exit."""
        start = time.monotonic()
        process = subprocess.Popen(self._command, env=self._env, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"P14  {self._command[0]} did not kick")
        self.processor.append((used.ru_utime + used.ru_stime) * 1000)
        return (time.monotonic() - start) * 1000


def main():
    """Measures and judges."""
    given = processes.arguments(__doc__)
    report = processes.Report("P14")
    with processes.scratch() as folder, processes.Sandbox(given.build, folder, "--tls") as sandbox:
        env = processes.environment(folder, KICKDESK_SECRET=sandbox.secret, NODE_EXTRA_CA_CERTS=sandbox.ca_file)
        clocks = {name: Clock(command, env) for name, command in commands(given.build, sandbox).items()}
        times = processes.interleaved(clocks, ROUNDS)
    for name, most in GOALS:
        if name in times:
            report.ratio("one kick, exec to exit", times["kickdesk-cli"], (name, times[name]), most, "ms")
        elif name == "SDK":
            lists.no_sdk(report)
        else:
            report.absent(name, name)
    for name, clock in clocks.items():
        report.figure(f"one kick, time of the processor, {name}", f"{processes.median(clock.processor):.1f} ms")
    report.exit()


if __name__ == "__main__":
    main()
