"""``python3 -m emulator --port 0``: runs the emulator on the loopback interface until it is told to stop."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading


def main() -> int:
    """Parses the command line, says where it listens and serves."""
    parser = argparse.ArgumentParser(prog="emulator", description="An emulator of AWS for tests. It never leaves the loopback interface.")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0, the default, takes a free one")
    parser.add_argument("--log", action="store_true", help="write one line per call to standard error")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end when standard input does, so that a killed test leaves no server")
    arguments = parser.parse_args()

    from emulator.server import create_server

    try:
        server = create_server(arguments.port, log=arguments.log)
    except (RuntimeError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    if arguments.until_stdin_closes:
        def watch() -> None:
            while sys.stdin.buffer.read(4096):
                pass
            stop.set()

        threading.Thread(target=watch, daemon=True).start()
    print(f"Listening on http://127.0.0.1:{server.server_port}", flush=True)
    stop.wait()
    # Connections that clients keep open have threads of their own; nothing on them is worth waiting for.
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
