#!/usr/bin/env bash
# Measures in a fresh clone of this repository: a cold Deploy, an unchanged Deploy and a warm --help. Packages (NuGet, npm) are expected in
# their caches. Needs hyperfine. Prints medians beside the floor of the same machine: a .NET program that does nothing.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
clone=$work/clone
cleanup() { "$clone/build.sh" StopLocalCloud --no-logo >/dev/null 2>&1 || true; rm -rf "$work"; }
trap cleanup EXIT

seconds() { python3 -c 'import json,sys; r=json.load(open(sys.argv[1]))["results"][0]; print("%.2f s (user+system %.2f s)" % (r["median"], r["user"]+r["system"]))' "$1"; }
median() { python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["results"][0]["median"])' "$1"; }

mkdir "$work/floor"
(cd "$work/floor" && dotnet new console --name floor --output . >/dev/null && dotnet build --configuration Release --verbosity quiet >/dev/null)
git clone --quiet "$source" "$clone"
cd "$clone"

cold_start=$(date +%s.%N)
./build.sh Deploy >"$work/cold.log" 2>&1 || { cat "$work/cold.log"; exit 1; }
cold_end=$(date +%s.%N)
hyperfine --style none --warmup 1 --runs 5 --export-json "$work/unchanged.json" './build.sh Deploy' >/dev/null
hyperfine --style none --warmup 2 --runs 15 --export-json "$work/help.json" './build.sh --help' >/dev/null
hyperfine --style none --warmup 2 --runs 15 --export-json "$work/floor.json" "dotnet exec $work/floor/bin/Release/net*/floor.dll" >/dev/null

printf '%-34s %s\n' \
    "cold Deploy" "$(python3 -c "print('%.1f s' % ($cold_end - $cold_start))")" \
    "unchanged Deploy, median of 5" "$(seconds "$work/unchanged.json")" \
    "warm --help, median of 15" "$(seconds "$work/help.json")" \
    ".NET program that does nothing" "$(seconds "$work/floor.json")" \
    "warm --help / floor" "$(python3 -c "print('%.1f' % ($(median "$work/help.json") / $(median "$work/floor.json")))")"
