#!/usr/bin/env bash
# Lists the methods that a run of a compiled build compiles all the same, in the order in which it needs them: each costs a start some 0.15 ms.
# Most come from generic code of the framework over tuples or numbers, which exists in compiled form for classes only.
#
#   bench/jit.sh .nuke/temp/build/*/_build.dll --help
set -euo pipefail
trace=$(mktemp --suffix .nettrace)
trap 'rm -f "$trace"' EXIT
# Keyword 0x10 is JIT: https://learn.microsoft.com/dotnet/fundamentals/diagnostics/runtime-method-events
DOTNET_EnableEventPipe=1 DOTNET_EventPipeOutputPath=$trace DOTNET_EventPipeConfig='Microsoft-Windows-DotNETRuntime:0x10:5' \
    dotnet exec "$@" >/dev/null
python3 - "$trace" <<'PYTHON'
import collections, re, sys
# The events carry namespace, name and signature as UTF-16 texts that end with a zero.
text = open(sys.argv[1], "rb").read()
texts = [x.decode("utf-16-le") for x in re.findall(rb"(?:[\x20-\x7e]\x00){3,}", text)]
methods = collections.Counter(zip(*(iter(texts[i:]) for i in range(3))))
# One event when the compiler starts on a method, one when it has ended; methods that were there in compiled form come once, at the end.
compiled = [(space, name) for (space, name, signature), count in methods.items() if "  (" in signature and count > 1]
for space, name in compiled:
    print(f"{space}.{name}")
print(f"{len(compiled)} methods", file=sys.stderr)
PYTHON
