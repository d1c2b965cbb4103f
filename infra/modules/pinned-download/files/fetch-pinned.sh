#!/usr/bin/env bash
# fetch-pinned URL PIN FILE: fetches over https what the pin names. Anything else is an error, and FILE is left as it was.
# The pin is sha256:… or sha512:…, the digest of what is fetched, or key:…, the fingerprint of the one OpenPGP key in it that is wanted.
set -euo pipefail

url=$1 pin=$2 file=$3
expected=${pin#*:}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Less than a kilobyte a second for a minute is no download.
curl -fsSL --proto '=https' --tlsv1.2 --max-redirs 5 --connect-timeout 15 --speed-limit 1024 --speed-time 60 --retry 5 --retry-all-errors \
    -o "$work/fetched" "$url"

case $pin in
    sha256:* | sha512:*)
        found=$("${pin%%:*}sum" <"$work/fetched" | cut -d ' ' -f 1) ;;
    key:*)
        # By its fingerprint gpg also exports somebody else's key that has the wanted one for a subkey: what counts is the primary key of what comes out.
        mv "$work/fetched" "$work/keys"
        gpg --homedir "$work" --batch --quiet --import "$work/keys"
        gpg --homedir "$work" --batch --quiet --armor --output "$work/fetched" --export "$expected"
        found=none
        if [ -s "$work/fetched" ]; then
            found=$(gpg --homedir "$work" --batch --with-colons --show-keys "$work/fetched" |
                awk -F: '$1 == "pub" { primary = 1 } $1 == "fpr" && primary { print $10; primary = 0 }')
        fi ;;
    *)
        echo "fetch-pinned: $pin is no pin. Write sha256:DIGEST, sha512:DIGEST or key:FINGERPRINT." >&2
        exit 2 ;;
esac
if [ "$found" != "$expected" ]; then
    echo "fetch-pinned: what $url sends is not $pin but ${found//$'\n'/ }. Nothing of it was kept. Look at what has changed there before the pin is." >&2
    exit 1
fi
install -D -m 0644 "$work/fetched" "$file"
