"""The HTTP server."""

from __future__ import annotations

import functools
import io
import os
import sys
from importlib import metadata
from typing import Any

from werkzeug.serving import BaseWSGIServer, ThreadedWSGIServer, WSGIRequestHandler

# The patches reach into moto; what they find there changes with its minor version.
MOTO = "5.2"

# moto reads these when it is imported. Without the first, attaching a policy of AWS fails with NoSuchEntity; with the second, a certificate
# is validated at once instead of after a minute.
_SETTINGS = {"MOTO_IAM_LOAD_MANAGED_POLICIES": "true", "MOTO_ACM_VALIDATION_WAIT": "0"}


def create_server(port: int, *, log: bool = False) -> BaseWSGIServer:
    """Makes a server on the loopback interface; it accepts connections already, and answers once ``serve_forever`` runs.

    Raises ``RuntimeError`` when moto is not there or is another version.
    """
    check_moto(_installed())
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    _patch()

    from emulator.application import Application

    handler = type("Handler", (_Handler,), {"log": log})
    server = ThreadedWSGIServer("127.0.0.1", port, Application(), handler)
    server.daemon_threads = True
    os.environ["MOTO_PORT"] = str(server.server_port)
    return server


def check_moto(installed: str | None) -> None:
    """Refuses another moto than the one that the patches were written for."""
    if installed is None:
        raise RuntimeError(f"The emulator needs moto {MOTO}, and there is none. Install it: python3 -m pip install 'moto[server]~={MOTO}.0'")
    if installed.split(".")[:2] != MOTO.split("."):
        raise RuntimeError(f"The emulator changes moto {MOTO} and cannot change {installed}. Install the other: python3 -m pip install 'moto[server]~={MOTO}.0'")


def _installed() -> str | None:
    try:
        return metadata.version("moto")
    except metadata.PackageNotFoundError:
        return None


@functools.cache
def _patch() -> None:
    from emulator import (
        autoscaling,
        bucket_policies,
        cloudfront,
        cloudwatch,
        ec2,
        ecs,
        elasticache,
        iam,
        rds,
        route53,
        security_group_rules,
        ubuntu,
    )

    for module in (
        autoscaling,
        bucket_policies,
        cloudfront,
        cloudwatch,
        ec2,
        ecs,
        elasticache,
        iam,
        rds,
        route53,
        security_group_rules,
        ubuntu,
    ):
        module.patch()


class _Handler(WSGIRequestHandler):
    """Keeps connections open between requests: werkzeug's own closes each, because it cannot tell where a body that nobody read ends. Here each is read first."""

    protocol_version = "HTTP/1.1"
    # Head and body in one segment: apart, the second waits for the first one's acknowledgement, 40 ms.
    wbufsize = -1
    disable_nagle_algorithm = True
    log = False

    def run_wsgi(self) -> None:
        environ = self.make_environ()
        body = self._read_body(environ)
        environ["wsgi.input"], environ["CONTENT_LENGTH"] = io.BytesIO(body), str(len(body))
        head: list[Any] = []
        content = b"".join(self.server.app(environ, lambda status, headers, _=None: head.extend((status, headers))))
        self._write(*head, content)

    def handle_expect_100(self) -> bool:
        go_on = super().handle_expect_100()
        self.wfile.flush()
        return go_on

    def _read_body(self, environ: dict[str, Any]) -> bytes:
        if environ.pop("HTTP_TRANSFER_ENCODING", "").lower() == "chunked":
            return environ["wsgi.input"].read()
        return self.rfile.read(int(environ.get("CONTENT_LENGTH") or 0))

    def _write(self, status: str, headers: list[tuple[str, str]], content: bytes) -> None:
        code = int(status.split()[0])
        self.send_response(code, status.partition(" ")[2])
        # An answer to HEAD has the length of the body that it leaves out, which only moto knows.
        keeps_length = self.command == "HEAD"
        for name, value in headers:
            if name.lower() not in ("connection", "transfer-encoding", *(() if keeps_length else ("content-length",))):
                self.send_header(name, value)
        if code != 204 and code != 304 and code >= 200 and not keeps_length:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if not keeps_length:
            self.wfile.write(content)
        self.wfile.flush()

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        if self.log:
            sys.stderr.write(f"{self.command} {self.path} {self.headers.get('X-Amz-Target', '')} {getattr(code, 'value', code)}\n")
