"""The HTTP server: moto's own WSGI application behind the emulator's middleware."""

from __future__ import annotations

import os

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from emulator import prototype


def create_server(port: int, *, log: bool = False) -> BaseWSGIServer:
    """Makes a server that listens already and answers once ``serve_forever`` runs."""
    prototype.patch()

    class Handler(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"  # keeps connections open between calls

        def log_request(self, code="-", size="-") -> None:
            if log:
                super().log_request(code, size)

    server = make_server("127.0.0.1", port, prototype.App(prototype.create_backend_app), threaded=True, request_handler=Handler)
    os.environ["MOTO_PORT"] = str(server.server_port)
    return server
