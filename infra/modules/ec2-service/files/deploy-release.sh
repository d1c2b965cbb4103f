#!/usr/bin/env bash
# Puts one release into service on this instance: fetch, install, migrate, start, verify.
#   deploy-release <release>     answers non-zero, with the release before serving again, when it is not healthy
#   deploy-release --current     the release that the last deploy named, for an instance that has just started
set -euo pipefail

configuration=${SERVICE_CONFIGURATION:-/etc/service}
runtime=${SERVICE_RUNTIME:-/run/service}
root=${SERVICE_ROOT:-/srv/service}
log=${SERVICE_LOG:-/var/log/service/service.log}
patience=${SERVICE_PATIENCE_SECONDS:-90}
# shellcheck source=/dev/null # written by user data
. "$configuration/service.conf"
export AWS_REGION AWS_DEFAULT_REGION="$AWS_REGION"
store="s3://$RELEASE_BUCKET/$RELEASE_PREFIX"

refuse() {
    echo "$*" >&2
    exit 1
}

as_service() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    runuser -u service -- bash -c 'set -a; . "$1/environment"; . "$2/secrets.env"; set +a; RELEASE_ID=$3 HOME=$4; export RELEASE_ID HOME; cd "$5"; eval "$6"' \
        _ "$configuration" "$runtime" "$release" "$root" "$releases/$release" "$1"
}

healthy() {
    local deadline=$((SECONDS + patience))
    while ((SECONDS < deadline)); do
        if curl -fs -o /dev/null --max-time 5 -H 'Host: localhost' "http://127.0.0.1:$SERVICE_PORT$SERVICE_HEALTH_PATH"; then
            return
        fi
        sleep 1
    done
    return 1
}

switch_to() {
    # A rename replaces the link in one step; there is no moment without a current release.
    ln -sfn "$releases/$1" "$root/next"
    mv -T "$root/next" "$root/current"
    systemctl restart app.service
}

[ $# -eq 1 ] || refuse "Usage: deploy-release <release> | --current"

# Run Command can be asked twice.
exec 9>"$root/deploy.lock"
flock -n 9 || refuse "Another deploy-release is running on this instance."

release=$1
if [ "$release" = --current ]; then
    # Listing is what tells that there is none from that it could not be read.
    found=$(aws s3api list-objects-v2 --bucket "$RELEASE_BUCKET" --prefix "$RELEASE_PREFIX/current" --query "length(Contents || \`[]\`)" --output text)
    if [ "$found" = 0 ]; then
        echo "No release has been deployed yet."
        exit 0
    fi
    release=$(aws s3 cp --only-show-errors "$store/current" -)
fi
[[ $release =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]] || refuse "\"$release\" is not a release id."

releases=$root/releases
# The last release that was seen healthy. The link may name one that a killed run never looked at.
previous=
if [ -f "$root/verified" ]; then
    previous=$(<"$root/verified")
fi

if [ ! -d "$releases/$release" ]; then
    # The folder gets its name when it is whole: a run that was killed here leaves nothing that looks like a release.
    work=$(mktemp -d "$releases/.unpack.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    aws s3 cp --only-show-errors "$store/$release.tar.gz" "$work/archive.tar.gz"
    mkdir "$work/content"
    tar -xzf "$work/archive.tar.gz" -C "$work/content" --no-same-owner
    chown -R service:service "$work/content"
    mv -T "$work/content" "$releases/$release"
    rm -rf "$work"
fi

service-secrets
as_service "$SERVICE_INSTALL" || refuse "Installing $release failed; ${previous:-nothing} still serves."
as_service "$SERVICE_MIGRATE" || refuse "Migrating for $release failed; ${previous:-nothing} still serves."

switch_to "$release"
if ! healthy; then
    echo "$release did not answer $SERVICE_HEALTH_PATH with success in $patience s. Its last lines:" >&2
    tail -n 30 "$log" >&2 || true
    if [ -n "$previous" ] && [ "$previous" != "$release" ]; then
        switch_to "$previous"
        healthy || refuse "$previous is not healthy either."
        refuse "$previous serves again."
    fi
    refuse "There is no earlier release to go back to."
fi

printf '%s' "$release" >"$root/verified.new"
mv "$root/verified.new" "$root/verified"
printf '%s' "$release" | aws s3 cp --only-show-errors - "$store/current"
echo "$release serves."

# The five newest stay, the current one always.
find "$releases" -mindepth 1 -maxdepth 1 -type d -not -name '.*' -printf '%T@ %f\n' | sort -rn | tail -n +6 | while read -r _ old; do
    [ "$old" = "$release" ] || rm -rf "${releases:?}/$old"
done
