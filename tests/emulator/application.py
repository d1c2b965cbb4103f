"""The WSGI application: the emulator's own answers in front of moto's."""

from __future__ import annotations

import contextlib
import sys
import threading
from http.client import responses
from typing import Any, Iterable
from xml.sax.saxutils import escape

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from emulator import (
    account,
    apprunner,
    autoscaling,
    budgets,
    calls,
    cloudfront,
    codedeploy,
    control,
    elasticache,
    s3,
    ssm,
    xray,
)
from emulator.wire import Call, Handler, Reply, json_reply, xml_reply

# By the service in the signature's credential scope.
HANDLERS: dict[str, Handler] = {
    "application-autoscaling": autoscaling.answer_application,
    "apprunner": apprunner.answer,
    "autoscaling": autoscaling.answer,
    "budgets": budgets.answer,
    "cloudfront": cloudfront.answer,
    "codedeploy": codedeploy.answer,
    "elasticache": elasticache.answer,
    "s3": s3.answer,
    "ssm": ssm.answer,
    "xray": xray.answer,
}


class Application:
    """Answers what a module of the emulator knows, and asks moto for the rest: one call at a time, whatever the number of connections."""

    def __init__(self) -> None:
        self._moto = DomainDispatcherApplication(create_backend_app)
        # moto's backends take no locks: of two records that are deleted at the same time, one comes back, and its zone can never be deleted.
        # Nothing is lost by waiting: all of it is computation, of which Python does one at a time anyway.
        self._turn = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        with self._turn:
            reply = self.answer(Call(environ))
        start_response(f"{reply.status} {responses.get(reply.status, 'Unknown')}", reply.headers)
        return [reply.body]

    def answer(self, call: Call) -> Reply:
        """The answer to one request."""
        if call.path.startswith(control.PREFIX):
            return control.answer(call)
        if call.path == "/moto-api/reset":
            account.reset()
        if call.service:
            calls.record(call)
        handler = HANDLERS.get(call.service)
        try:
            return handler(call, lambda: self._ask_moto(call)) if handler else self._ask_moto(call)
        except Exception as error:  # moto raises whatever it stumbles on, and NotImplementedError for what it lacks
            return _refuse(call, error)

    def _ask_moto(self, call: Call) -> Reply:
        reply = Reply(500)

        def start(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
            reply.status, reply.headers = int(status.split()[0]), headers

        with contextlib.closing(self._moto(call.environ, start)) as answer:
            reply.body = b"".join(answer)
        return reply


def _refuse(call: Call, error: Exception) -> Reply:
    # 501, because SDKs repeat a call that is answered 500, Terraform's provider up to 25 times.
    message = f"The emulator has no answer to {call.service} {call.action}: {type(error).__name__}: {error}"
    sys.stderr.write(message + "\n")
    if call.header("X-Amz-Target"):
        return json_reply({"__type": "NotImplemented", "message": message}, 501)
    fault = f"<Error><Code>NotImplemented</Code><Message>{escape(message)}</Message></Error>"
    if call.service == "s3":
        return xml_reply(fault, 501)
    return xml_reply(f"<Response><Errors>{fault}</Errors></Response>" if call.service == "ec2" else f"<ErrorResponse>{fault}</ErrorResponse>", 501)
