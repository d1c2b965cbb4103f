"""What CloudFront's documents have in common."""

from __future__ import annotations

import re

from emulator.account import new_id
from emulator.wire import Reply, xml_reply

NAMESPACE = 'xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"'


def inner(tag: str, xml: str) -> str:
    """What stands between the first <tag> and the next </tag>; empty when there is none. Enough for documents whose elements of one name are not nested."""
    found = re.search(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", xml, re.S)
    return found[1] if found else ""


def error(code: str, message: str, status: int = 404) -> Reply:
    """An error as CloudFront writes it."""
    return xml_reply(f"<ErrorResponse {NAMESPACE}><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>{new_id()}</RequestId></ErrorResponse>", status)
