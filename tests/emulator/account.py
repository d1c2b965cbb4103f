"""The one account that the emulator plays, and what the patches remember of it."""

from __future__ import annotations

import uuid
from typing import Any, Callable

# moto's own default account; every backend of it is asked for under this number.
ID = "123456789012"
REGION = "us-east-1"

_resets: list[Callable[[], None]] = []


def new_id() -> str:
    """32 hexadecimal digits."""
    return uuid.uuid4().hex


def arn(service: str, resource: str, region: str = REGION) -> str:
    """The ARN of something in the account."""
    return f"arn:aws:{service}:{region}:{ID}:{resource}"


def on_reset(action: Callable[[], None]) -> Callable[[], None]:
    """Decorates what has to happen when the account is emptied."""
    _resets.append(action)
    return action


def table() -> dict[Any, Any]:
    """A dictionary that is emptied with the account."""
    rows: dict[Any, Any] = {}
    on_reset(rows.clear)
    return rows


def reset() -> None:
    """Forgets all that the patches remember. moto's own ``/moto-api/reset`` does the rest."""
    for action in _resets:
        action()
