"""``/_emulator/…``: what the calls were, and how services are to behave."""

from __future__ import annotations

from emulator import apprunner, calls, ecs, ssm
from emulator.wire import Call, Reply, json_reply

PREFIX = "/_emulator/"

KNOBS = {"apprunner": apprunner.KNOBS, "ecs": ecs.KNOBS, "ssm": ssm.KNOBS}


def answer(call: Call) -> Reply:
    """GET reads, POST with a JSON object sets. A name that is not known is refused: a test that misspells a knob must not pass."""
    name = call.path.removeprefix(PREFIX)
    if name == "calls":
        return json_reply([entry.describe() for entry in calls.LOG])
    if name == "calls/reset":
        calls.LOG.clear()
        return json_reply({})
    if name not in KNOBS:
        return json_reply({"message": f"There is no '{name}'; there are calls, calls/reset, {', '.join(KNOBS)}."}, 404)
    try:
        if call.method == "POST":
            KNOBS[name].set(call.json)
    except ValueError as error:
        return json_reply({"message": str(error)}, 400)
    return json_reply(KNOBS[name].values)
