#!/usr/bin/env bash
# Starts the build. Compiles it first when something that it is made of has changed; otherwise starts the compiled one directly.
set -euo pipefail

# Neither the compilers nor the build live long enough to gain from profile-guided tiering.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_TieredPGO=0

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
temp=$root/.nuke/temp
compiled=$temp/build

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# A shell asks on TAB: the compiled build answers, however old it is. Nothing is compiled for that.
if [ "${1:-}" = :complete ]; then
    output=$compiled/$(cat "$compiled/current" 2>/dev/null || true)
    [ -f "$output/dotnet-path" ] || exit 0
    case "$(pwd -P)/" in "$root"/*) ;; *) cd "$root" ;; esac
    exec "$(cat "$output/dotnet-path")" exec "$output/_build.dll" "$@"
fi

if command -v sha256sum >/dev/null 2>&1; then sha256=(sha256sum) sha512=(sha512sum); else sha256=(shasum -a 256) sha512=(shasum -a 512); fi

# The content and the names of everything that the build is compiled from: a deleted or renamed file changes it too.
fingerprint() {
    cd "$root"
    local made_of=(build src global.json build.sh)
    for file in Directory.Build.props Directory.Build.targets Directory.Packages.props NuGet.config nuget.config .editorconfig; do
        [ -f "$file" ] && made_of+=("$file")
    done
    {
        find "${made_of[@]}" \( -name bin -o -name obj \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 "${sha256[@]}"
        echo "${NukeFromPackages:-}"
    } | "${sha256[@]}" | cut -c 1-32
}

sdk_satisfies_global_json() {
    (cd "$root" && "$1" --version) >/dev/null 2>&1
}

# linux-x64, linux-musl-arm64, osx-arm64: as Microsoft names its archives.
platform() {
    local system=linux machine
    # A glibc system may have musl installed beside it: what runs its programs is known by ldd, which not every image has.
    if [ "$(uname -s)" = Darwin ]; then system=osx
    elif command -v ldd >/dev/null 2>&1; then case $(ldd --version 2>&1) in *musl*) system=linux-musl ;; esac
    elif ls /lib/ld-musl-* >/dev/null 2>&1; then system=linux-musl; fi
    machine=$(uname -m)
    case $machine in x86_64 | amd64) machine=x64 ;; aarch64 | arm64) machine=arm64 ;; esac
    echo "$system-$machine"
}

# The archive itself, and no script that would fetch it: build/sdk.sha512 says what it must be, whoever sends it.
install_sdk() {
    local version archive pinned url rest shown file=$temp/dotnet-sdk.tar.gz transport="=https" next="Install the SDK that global.json names, or check the network, and run again."
    version=$(awk 'match($0, /"version"[ \t]*:[ \t]*"[^"]+"/) { split(substr($0, RSTART), part, "\""); print part[4]; exit }' "$root/global.json")
    archive=dotnet-sdk-$version-$(platform).tar.gz
    pinned=$(awk -v name="$archive" '$2 == name { print $1 }' "$root/build/sdk.sha512" 2>/dev/null || true)
    [ -n "$pinned" ] || fail "No .NET SDK satisfies global.json, and none is downloaded: build/sdk.sha512 pins no digest of $archive." \
        "Install the SDK that global.json names, or add the digest, which https://builds.dotnet.microsoft.com/dotnet/release-metadata/10.0/releases.json has."
    url=${DOTNET_SDK_MIRROR:-https://builds.dotnet.microsoft.com/dotnet/Sdk}/$version/$archive
    # A mirror's password is no part of a message.
    rest=${url#*://} shown=${url%"${url#*://}"}
    shown=$shown${rest##*@}
    case $url in http://127.0.0.1[:/]* | http://localhost[:/]*) transport="=http" ;; esac
    echo "No .NET SDK satisfies global.json; installing one under .nuke/temp/dotnet." >&2
    if command -v curl >/dev/null 2>&1; then
        # Less than a kilobyte a second for a minute is no download.
        curl -fsSL --proto "$transport" --tlsv1.2 --max-redirs 5 --connect-timeout 15 --speed-limit 1024 --speed-time 60 --max-filesize 1073741824 --retry 3 \
            "$url" -o "$file" || fail "The .NET SDK could not be downloaded from $shown." "$next"
    elif command -v wget >/dev/null 2>&1; then
        case $(wget --help 2>&1) in *--secure-protocol*) ;; *) fail "The .NET SDK is not downloaded: this wget cannot be told to use TLS alone." "Install curl, GNU wget or the SDK that global.json names, and run again." ;; esac
        case $url in https://*) ;; *) fail "The .NET SDK is not downloaded from $shown, which is not https." "Correct DOTNET_SDK_MIRROR." ;; esac
        wget -q --secure-protocol=TLSv1_2 --max-redirect=0 --timeout=60 -O "$file" "$url" || fail "The .NET SDK could not be downloaded from $shown." "$next"
    else
        fail "No .NET SDK satisfies global.json, and neither curl nor wget is there to download one." "Install the SDK that global.json names and run again."
    fi
    if [ "$("${sha512[@]}" <"$file" | cut -d ' ' -f 1)" != "$pinned" ]; then
        rm -f "$file"
        fail "What $shown sends is not the .NET SDK whose digest build/sdk.sha512 pins; nothing of it was kept." "Check DOTNET_SDK_MIRROR and the network between, or install the SDK that global.json names."
    fi
    # Under its own name only when it is whole.
    rm -rf "$temp/dotnet" "$temp/dotnet.new"
    mkdir "$temp/dotnet.new"
    tar -xzf "$file" -C "$temp/dotnet.new" || fail "The .NET SDK cannot be unpacked; the reason is above." "Free some space and run again."
    rm -f "$file"
    mv "$temp/dotnet.new" "$temp/dotnet"
}

find_dotnet() {
    local candidate
    for candidate in "$(command -v dotnet || true)" "$temp/dotnet/dotnet"; do
        if [ -n "$candidate" ] && [ -x "$candidate" ] && sdk_satisfies_global_json "$candidate"; then
            dotnet=$candidate
            return
        fi
    done
    install_sdk
    dotnet=$temp/dotnet/dotnet
    sdk_satisfies_global_json "$dotnet" || fail "The SDK that was installed under .nuke/temp/dotnet does not satisfy global.json." "Look at global.json; delete .nuke/temp/dotnet and run again."
}

# A publish that runs out of space ends in many ways, few of which name the reason.
check_space() {
    local free
    free=$(df -Pk "$compiled" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024) }')
    [ -z "$free" ] || [ "$free" -ge 200 ] ||
        fail "The build cannot be compiled: $compiled has $free MiB free, and 200 MiB are wanted." "Free some space and run again."
}

# UseSharedCompilation=false is set where no compiler server may outlive a build. To start the compiler anew for each project costs a first deploy
# ten seconds, so it gets a server of its own, for Compile as well, which ends when this process, by then the build itself, has ended.
share_compiler() {
    local server
    [ "${UseSharedCompilation:-}" = false ] || return 0
    server=$(dirname "$(readlink -f "$dotnet")")/sdk/$(cd "$root" && "$dotnet" --version)/Roslyn/bincore/VBCSCompiler.dll
    [ -f "$server" ] || return 0
    export UseSharedCompilation=true SharedCompilationId=fairlead-$$
    (
        trap '' HUP INT TERM
        while kill -0 $$; do sleep 1; done
        # The other one is that of tools which get fewer variables than this script.
        for name in "$SharedCompilationId" "$SharedCompilationId-children"; do
            "$dotnet" exec "$server" -shutdown "-pipename:$name"
        done
    ) </dev/null >/dev/null 2>&1 9>&- &
}

compile() {
    check_space
    find_dotnet
    share_compiler
    echo "Compiling the build …" >&2
    local output=$compiled/$current log=$temp/compile-build.log
    rm -rf "$output"
    if ! "$dotnet" publish "$root/build/_build.csproj" --configuration Release --output "$output" -graph -nodeReuse:false -nologo -clp:NoSummary --verbosity quiet >"$log" 2>&1 9>&-; then
        rm -rf "$output"
        cat "$log" >&2
        ! grep -q 'error NU1301' "$log" || fail "The build is not compiled: its packages could not be fetched, as said above." "Check the network and the NuGet configuration, and run again."
        fail "The build does not compile; the errors are above." "Correct build/ or src/ and run again."
    fi
    # Only now does the new build count; the one before it stays for a local cloud that may still run from it.
    printf '%s\n' "$dotnet" >"$output/dotnet-path"
    local previous
    previous=$(cat "$compiled/current" 2>/dev/null || true)
    printf '%s\n' "$current" >"$compiled/current.tmp"
    mv "$compiled/current.tmp" "$compiled/current"
    find "$compiled" -mindepth 1 -maxdepth 1 -type d ! -name "$current" ! -name "${previous:-$current}" -exec rm -rf {} +
}

mkdir -p "$compiled" 2>/dev/null || true
[ -w "$compiled" ] || fail "The build cannot write to $compiled." "It keeps its compiled form and its state there. Make the directory writable, or free some space, and run again."

current=$(fingerprint)
output=$compiled/$current
is_compiled() {
    local compiled_last
    { read -r compiled_last <"$compiled/current" && [ "$compiled_last" = "$current" ] && read -r dotnet <"$output/dotnet-path" && [ -x "$dotnet" ]; } 2>/dev/null
}
if ! is_compiled; then
    # Two first runs at the same time must not compile into the same obj/ folders.
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$compiled/lock"
        flock 9
    fi
    is_compiled || compile
    { exec 9>&-; } 2>/dev/null
fi

# The build takes the repository that it is started in for its own; started from elsewhere, that must be this one.
case "$(pwd -P)/" in
    "$root"/*) ;;
    *) cd "$root" ;;
esac

exec "$dotnet" exec "$output/_build.dll" "$@"
