"""How a test makes a service slow, or makes it fail."""

from __future__ import annotations

import copy
from typing import Any

from emulator.account import on_reset


class Knobs:
    """Named values with defaults, which come back when the account is emptied."""

    def __init__(self, **defaults: Any) -> None:
        self._defaults = defaults
        self.values: dict[str, Any] = {}
        self._restore()
        on_reset(self._restore)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def set(self, values: dict[str, Any]) -> None:
        """Changes those that are named."""
        for name, value in values.items():
            if name not in self._defaults:
                raise ValueError(f"There is no knob '{name}'; there are {', '.join(self._defaults)}.")
            if type(value) is not type(self._defaults[name]):
                raise ValueError(f"The knob '{name}' takes a value like {self._defaults[name]!r}, not {value!r}.")
        self.values.update(values)

    def _restore(self) -> None:
        self.values = copy.deepcopy(self._defaults)
