"""How moto is changed: by functions that are handed the original."""

from __future__ import annotations

import functools
import inspect
from typing import Any, Callable


def around(owner: Any, name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Puts the decorated function in place of ``owner.name``; its first argument is the original."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        original = getattr(owner, name)

        @functools.wraps(original)
        def patched(*args: Any, **kwargs: Any) -> Any:
            return function(original, *args, **kwargs)

        static = isinstance(inspect.getattr_static(owner, name), staticmethod)
        setattr(owner, name, staticmethod(patched) if static else patched)
        return function

    return decorate
