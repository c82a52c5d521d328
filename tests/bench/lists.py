# SPDX-License-Identifier: Apache-2.0
"""What the measurements of lists share: a server that answers at once or after a while, the program, its peer.

The server is nginx with its echo module: a fixed answer, over TLS, with a latency, a limit or short-lived connections as
asked for. It proves nothing about a kick, and so the lists run without proof.
"""
import base64
import contextlib
import dataclasses
import json
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import time
import urllib.request

import processes

ECHO_MODULE = pathlib.Path("/usr/lib/nginx/modules/ngx_http_echo_module.so")
POOL = "62eaa95f0000000000000001"
APP = "62f0a1b2c3d4e5f6a7b8c9d0"
KEY = "60e044b1b3f6a2c1d0e9f8a7"
SECRET = "0123456789abcdef0123456789abcdef"
ANSWER = '{"statusCode":200,"message":"success","requestId":"1234567890123","data":{"success":true}}'


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def make_certificate(folder):
    """A root `ca.pem` and what it signed for 127.0.0.1, `cert.pem` and `key.pem`, in `folder`."""

    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    extensions = pathlib.Path(folder, "extensions")
    extensions.write_text("subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n", encoding="utf-8")
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *curve, "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=Bench root")
    openssl("req", *curve, "-keyout", "key.pem", "-out", "request.pem", "-subj", "/CN=127.0.0.1")
    openssl("x509", "-req", "-in", "request.pem", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30",
            "-extfile", "extensions", "-out", "cert.pem")


def token():
    """A management token of the pool, signed by nobody."""

    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    return f'{part({"alg": "RS256"})}.{part({"scoped_userpool_id": POOL, "exp": int(time.time()) + 7200})}.c2ln'


@dataclasses.dataclass
class Server:
    """Where the answers come from, and who its clients are."""

    host: str
    ca: str = ""
    key: str = KEY
    secret: str = SECRET
    pool: str = POOL
    app: str = APP
    # IDs of users; empty where any will do.
    users: tuple = ()
    access_log: str = ""

    def bodies(self):
        """Of the kicks that came, in their order."""
        with open(self.access_log, encoding="utf-8") as log:
            return log.read().splitlines()


@contextlib.contextmanager
def server(latency_ms=0, recycle=0, logged=False):
    """An nginx with TLS that runs until the block ends. `recycle`: requests on a connection, 0 for any number; `logged`
    keeps what bodies() reads."""
    if not ECHO_MODULE.exists() or not processes.installed("nginx"):
        sys.exit("The server of this benchmark is not there: apt-get install nginx-light libnginx-mod-http-echo")
    with processes.scratch() as folder:
        make_certificate(folder)
        port = free_port()
        pause = f"echo_sleep {latency_ms / 1000};" if latency_ms else ""
        answer = f"echo_read_request_body; {pause} echo '{ANSWER}';" if latency_ms or logged else f"return 200 '{ANSWER}';"
        data = json.dumps({"statusCode": 200, "message": "ok", "data": {"access_token": token(), "expires_in": 7200}})
        log = "access_log kicks.log kicks buffer=64k flush=1s;" if logged else "access_log off;"
        pathlib.Path(folder, "nginx.conf").write_text(f"""
            load_module {ECHO_MODULE};
            worker_processes 1; daemon off; pid nginx.pid; error_log errors.log crit;
            events {{ worker_connections 8192; }}
            http {{
                access_log off; default_type application/json; tcp_nodelay on; client_body_buffer_size 16k;
                client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fcgi; uwsgi_temp_path uwsgi;
                scgi_temp_path scgi; keepalive_timeout 300s; keepalive_requests {recycle or 100000000};
                log_format kicks escape=none '$request_body';
                ssl_certificate cert.pem; ssl_certificate_key key.pem; ssl_protocols TLSv1.2 TLSv1.3;
                server {{
                    listen 127.0.0.1:{port} ssl backlog=1024;
                    location /api/v3/get-management-token {{ return 200 '{data}'; }}
                    location /api/v3/kick-users {{ {log} {answer} }}
                }}
            }}""", encoding="utf-8")
        with processes.running(["nginx", "-p", folder, "-c", "nginx.conf"], processes.environment(folder)):
            processes.wait_until(lambda: is_listening(port), "nginx")
            yield Server(f"https://127.0.0.1:{port}", f"{folder}/ca.pem", access_log=f"{folder}/kicks.log")


def is_listening(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


@dataclasses.dataclass
class Run:
    """What one run of a list took."""

    seconds: float
    cpu_seconds: float
    peak_kilobytes: int


def user_id(number):
    return f"62f0a1b2c3d4e5f6{0x10000000 + number:08x}"


def write_plan(file, at, users):
    """A plan of the first `users` users with one application each."""
    head = {"appIds": [at.app], "createdAt": time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime()),
            "format": "kickdesk-list-plan", "host": at.host, "keyId": at.key, "poolId": at.pool, "scope": "given", "version": 1}
    ids = at.users[:users] if at.users else map(user_id, range(users))
    rows = (json.dumps({"before": "+", "contact": "177****0001", "name": "欧阳璐", "row": row + 1, "identifier": id_,
                        "userId": id_}, ensure_ascii=False) for row, id_ in enumerate(ids))
    text = json.dumps(head)[:-1] + ', "items":[\n' + ",\n".join(rows) + "\n]}\n"
    pathlib.Path(file).write_text(text, encoding="utf-8")


def run_list(build, at, users, in_flight, prefix=(), within=None):
    """Runs a list without proof through the command line program, below `prefix`, with its journal, in a data folder of its
    own, which is made in the folder `within`."""
    with processes.scratch(within) as folder:
        write_plan(folder / "plan.json", at, users)
        command = [*prefix, processes.built(build / "bin" / "kickdesk-cli"), "--json", "--host", at.host, "--key-id", at.key,
                   *(["--ca-file", at.ca] if at.ca else []), "bulk", "run", folder / "plan.json", "--yes", "--expect-count",
                   str(users), "--cap", str(users), "--verify", "0", "--max-in-flight", str(in_flight)]
        with open(folder / "output", "w+", encoding="utf-8") as output:
            with subprocess.Popen(command, stdout=output,
                                  env=processes.environment(folder, KICKDESK_SECRET=at.secret)) as process:
                usage, peak_kilobytes = processes.watched(process)
            output.seek(0)
            lines = output.readlines()
    summary = json.loads(lines[-1]) if lines else {}
    if process.returncode or summary.get("accepted") != users:
        sys.exit(f"The list ended with {process.returncode}: {''.join(lines[-3:])}")
    return Run(summary["seconds"], usage.ru_utime + usage.ru_stime, peak_kilobytes)


def has_sdk():
    return (processes.SOURCE / "tests/sdk/node_modules/authing-node-sdk").exists() and bool(processes.installed("node"))


def no_sdk(report):
    report.absent("SDK", "nodejs; npm ci --prefix tests/sdk")


def run_sdk(at, users, in_flight):
    """The same kicks by the official client for Node.js."""
    command = ["node", processes.SOURCE / "tests/bench/sdk.mjs", at.host, str(users), str(in_flight)]
    printed = subprocess.run(command, env={**os.environ, "NODE_EXTRA_CA_CERTS": at.ca}, stdout=subprocess.PIPE, text=True,
                             check=True).stdout
    result = json.loads(printed)
    if result["good"] != users:
        sys.exit(f"The official client: {result}")
    return Run(result["seconds"], result["cpuSeconds"], result["peakKilobytes"])


def runners(build, at, measure):
    """For processes.interleaved(): what `measure` says of our runs and, where it is there, of those of the client."""
    found = {"kickdesk": lambda: measure(lambda users, in_flight: run_list(build, at, users, in_flight))}
    if has_sdk():
        found["SDK"] = lambda: measure(lambda users, in_flight: run_sdk(at, users, in_flight))
    return found


def compare(report, what, figures, most, unit):
    """One line about ours and the official client's."""
    if "SDK" in figures:
        report.ratio(what, figures["kickdesk"], ("SDK", figures["SDK"]), most, unit)
    else:
        no_sdk(report)


class Api:
    """The few calls that tell who is in a processes.Sandbox."""

    def __init__(self, started):
        self.host = started.host
        self.context = ssl.create_default_context(cafile=started.ca_file) if started.ca_file else None
        self.token = ""
        keys = {"accessKeyId": started.key_id, "accessKeySecret": started.secret}
        self.token = self.call("get-management-token", keys)["access_token"]

    def call(self, endpoint, body=None):
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.host}/api/v3/{endpoint}", data, headers)
        with urllib.request.urlopen(request, timeout=30, context=self.context) as answer:
            return json.load(answer)["data"]

    def pool(self):
        claims = self.token.split(".")[1]
        return json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["scoped_userpool_id"]

    def online(self, app, most):
        """The first `most` of those online in `app`."""
        users, page = [], 1
        while len(users) < most:
            data = self.call("list-application-active-users",
                             {"appId": app, "options": {"pagination": {"page": page, "limit": 50}}})
            if not data["list"]:
                break
            users += [user["userId"] for user in data["list"]]
            page += 1
        return tuple(users)


@contextlib.contextmanager
def sandbox(build, users, *options):
    """The program's own sandbox, with `users` users and one application, until the block ends."""
    with processes.scratch() as folder, processes.Sandbox(build, folder, "--users", str(users), "--apps", "1",
                                                         *options) as started:
        api = Api(started)
        app = api.call("list-application-simple-info")["list"][0]["appId"]
        yield Server(started.host, started.ca_file, started.key_id, started.secret, api.pool(), app, api.online(app, users))
