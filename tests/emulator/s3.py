"""S3: checksums are checked."""

from __future__ import annotations

import base64
import hashlib
import zlib

from emulator.wire import Call, Moto, Reply, xml_reply

_CHECKSUMS = {
    "Content-MD5": lambda body: hashlib.md5(body).digest(),
    "x-amz-checksum-sha1": lambda body: hashlib.sha1(body).digest(),
    "x-amz-checksum-sha256": lambda body: hashlib.sha256(body).digest(),
    "x-amz-checksum-crc32": lambda body: zlib.crc32(body).to_bytes(4, "big"),
}


def answer(call: Call, moto: Moto) -> Reply:
    """moto stores the checksum that it is told and compares it with nothing; S3 answers BadDigest."""
    return moto() if call.method != "PUT" or _is_intact(call) else xml_reply(
        "<Error><Code>BadDigest</Code><Message>The checksum you specified did not match what we received.</Message></Error>", 400)


def _is_intact(call: Call) -> bool:
    # In aws-chunked bodies the checksum is of the decoded content, and follows it.
    if "STREAMING" in (call.header("x-amz-content-sha256") or ""):
        return True
    return all(call.header(name) in (None, base64.b64encode(digest(call.body)).decode()) for name, digest in _CHECKSUMS.items() if call.header(name))
