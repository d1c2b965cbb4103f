"""Answers health checks until the first release is there, so that nothing replaces the instances that wait for it.

Everything else gets 503, and no answer names a release: a deploy cannot be taken for done.
"""
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

port, health_path = int(sys.argv[1]), sys.argv[2]


class Placeholder(BaseHTTPRequestHandler):
    def do_GET(self):
        healthy = self.path.partition("?")[0] == health_path
        body = b"No release has been deployed yet.\n"
        self.send_response(200 if healthy else 503)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("", port), Placeholder).serve_forever()
