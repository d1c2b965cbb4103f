"""CloudFront functions. moto has none: 404 with a page of HTML."""

from __future__ import annotations

import base64
from typing import Any

from emulator.account import ID, new_id, table
from emulator.cloudfront_xml import NAMESPACE, error, inner
from emulator.wire import Call, Reply, bytes_reply, xml_reply

_functions = table()


def answer(call: Call, name: str | None = None, tail: str | None = None) -> Reply:
    """One call on ``/function``, ``/function/NAME`` or ``/function/NAME/describe|publish``."""
    if name is None:
        return _create(call) if call.method == "POST" else _list()
    function = _functions.get(name)
    is_live = call.query.get("Stage") == "LIVE"
    if function is None or (is_live and "live" not in function):
        return error("NoSuchFunctionExists", "There is no such function in that stage.")
    if call.method in ("PUT", "DELETE", "POST") and call.header("If-Match") != function["etag"]:
        return error("InvalidIfMatchVersion", "The function was changed in the meantime.", 400)
    if call.method == "POST" and tail == "publish":
        function["live"], function["status"] = function["code"], "UNASSOCIATED"
        return xml_reply(_describe(function, "LIVE"))
    if call.method == "DELETE":
        del _functions[name]
        return Reply(204)
    if call.method == "PUT":
        function.update(_read(call), status="UNPUBLISHED", etag=new_id()[:14].upper())
        # The misspelt header is AWS's own, and the one that SDKs read: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateFunction.html
        return xml_reply(_describe(function), ETag=function["etag"], ETtag=function["etag"])
    if tail == "describe":
        return xml_reply(_describe(function, "LIVE" if is_live else "DEVELOPMENT"), ETag=function["etag"])
    return bytes_reply(base64.b64decode(function["live"] if is_live else function["code"]), ETag=function["etag"])


def _create(call: Call) -> Reply:
    name = inner("Name", call.body.decode())
    if name in _functions:
        return error("FunctionAlreadyExists", f"There is a function {name} already.", 409)
    function = _functions[name] = {"name": name, **_read(call), "status": "UNPUBLISHED", "etag": new_id()[:14].upper()}
    return xml_reply(_describe(function), 201, ETag=function["etag"], Location=f"{call.path}/{name}")


def _read(call: Call) -> dict[str, str]:
    text = call.body.decode()
    return {"config": inner("FunctionConfig", text), "code": inner("FunctionCode", text)}


def _list() -> Reply:
    items = "".join(_describe(function, namespace="") for function in _functions.values())
    return xml_reply(f"<FunctionList {NAMESPACE}><MaxItems>100</MaxItems><Quantity>{len(_functions)}</Quantity><Items>{items}</Items></FunctionList>")


def _describe(function: dict[str, Any], stage: str = "DEVELOPMENT", namespace: str = " " + NAMESPACE) -> str:
    return (
        f"<FunctionSummary{namespace}><Name>{function['name']}</Name><Status>{function['status']}</Status><FunctionConfig>{function['config']}</FunctionConfig>"
        f"<FunctionMetadata><FunctionARN>arn:aws:cloudfront::{ID}:function/{function['name']}</FunctionARN><Stage>{stage}</Stage>"
        "<CreatedTime>2026-01-01T00:00:00Z</CreatedTime><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime></FunctionMetadata></FunctionSummary>")
