#!/usr/bin/env bash
# The service's main process: the current release, or, before the first one, an answer to health checks.
set -euo pipefail

configuration=${SERVICE_CONFIGURATION:-/etc/service}
root=${SERVICE_ROOT:-/srv/service}
# shellcheck source=/dev/null # written by user data
. "$configuration/service.conf"

# What a load balancer's health check sends as Host; frameworks that check the name must know it.
INSTANCE_ADDRESS=$(hostname -I | cut -d ' ' -f 1)
export INSTANCE_ADDRESS

if [ -e "$root/current" ]; then
    cd "$root/current/"
    RELEASE_ID=$(basename "$(readlink "$root/current")")
    export RELEASE_ID
    exec bash -c "exec $SERVICE_START"
fi
exec python3 /usr/local/lib/service/placeholder.py "$SERVICE_PORT" "$SERVICE_HEALTH_PATH"
