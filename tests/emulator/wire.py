"""An HTTP request seen as the AWS call that it is, and an HTTP answer."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Callable
from urllib.parse import parse_qs

from emulator.account import REGION, new_id

# Credential=KEY/20260101/us-east-1/ecs/aws4_request
_CREDENTIAL = re.compile(r"Credential=([^/,]+)/\d+/([^/]+)/([^/]+)/")


@dataclass
class Reply:
    """An HTTP answer."""

    status: int
    body: bytes = b""
    headers: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_success(self) -> bool:
        return self.status < 300

    def with_body(self, body: bytes) -> Reply:
        """The same answer with another body."""
        headers = [(name, value) for name, value in self.headers if name.lower() != "content-length"]
        return Reply(self.status, body, [*headers, ("Content-Length", str(len(body)))])


def json_reply(value: Any, status: int = 200) -> Reply:
    """An answer of the AWS JSON protocols."""
    return _reply(status, json.dumps(value).encode(), "application/x-amz-json-1.0")


def json_error(code: str, message: str) -> Reply:
    """An error of the AWS JSON protocols."""
    return json_reply({"__type": code, "message": message}, 400)


def xml_reply(text: str, status: int = 200, **headers: str) -> Reply:
    """An answer of the REST-XML and query protocols."""
    return _reply(status, text.encode(), "text/xml", **headers)


def bytes_reply(body: bytes, **headers: str) -> Reply:
    """An answer that is neither."""
    return _reply(200, body, "application/octet-stream", **headers)


def _reply(status: int, body: bytes, content_type: str, **headers: str) -> Reply:
    return Reply(status, body, [("Content-Type", content_type), ("Content-Length", str(len(body))), ("x-amzn-RequestId", new_id()), *headers.items()])


class Call:
    """One request. Service, region and access key come from the signature's credential scope; they are empty when it is not signed."""

    def __init__(self, environ: dict[str, Any]) -> None:
        self.environ = environ
        self.method: str = environ["REQUEST_METHOD"]
        self.path: str = environ.get("PATH_INFO", "")
        scope = _CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        self.access_key, self.region, self.service = scope.groups() if scope else ("", REGION, "")

    @cached_property
    def query(self) -> dict[str, str]:
        """The query string, one value for each name."""
        return {name: values[0] for name, values in parse_qs(self.environ.get("QUERY_STRING", ""), keep_blank_values=True).items()}

    @cached_property
    def body(self) -> bytes:
        """The body; moto can read it again afterwards."""
        body = self.environ["wsgi.input"].read()
        self.environ["wsgi.input"] = io.BytesIO(body)
        return body

    @cached_property
    def form(self) -> dict[str, str]:
        """The body of the query protocol; empty for the others."""
        if b"Action=" not in self.body[:4096]:
            return {}
        return {name: values[0] for name, values in parse_qs(self.body.decode(), keep_blank_values=True).items()}

    @cached_property
    def json(self) -> dict[str, Any]:
        """The body of the JSON protocols; empty for the others."""
        try:
            value = json.loads(self.body) if self.body else {}
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    @cached_property
    def action(self) -> str:
        """``UpdateService``; for the REST protocols, which name none, method and path, and for S3 the method: its bodies are left alone."""
        if target := self.environ.get("HTTP_X_AMZ_TARGET"):
            return target.split(".")[-1]
        if self.service in ("", "s3"):
            return self.method
        return self.form.get("Action") or f"{self.method} {self.path}"

    def header(self, name: str) -> str | None:
        """A request header, by its usual name."""
        return self.environ.get("HTTP_" + name.upper().replace("-", "_"))


# What a service's module offers: it may answer itself, or ask moto and look at its answer.
Moto = Callable[[], Reply]
Handler = Callable[[Call, Moto], Reply]
