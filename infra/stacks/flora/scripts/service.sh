# shellcheck shell=bash
# What deploy-release and refresh-environment share: the configuration that Terraform wrote, and the service's user.

# shellcheck source=/dev/null
source "${SERVICE_CONFIG:-/etc/api/api.conf}"

: "${SERVICE_NAME:?}" "${SERVICE_USER:?}" "${SERVICE_ROOT:?}" "${LIBRARY:?}" "${LOG_DIRECTORY:?}" "${LOCK_FILE:?}" "${AWS_REGION:?}"
export SERVICE_NAME SERVICE_ROOT LOG_DIRECTORY ENTRY_SCRIPT ENVIRONMENT_FILE AWS_REGION
# Run Command and systemd start scripts with a short PATH, and in directories that the service's user may not enter.
export PATH="$PATH:/usr/local/bin:/usr/bin:/bin:/snap/bin"
cd "$SERVICE_ROOT" || exit
export AWS_DEFAULT_REGION="$AWS_REGION" AWS_PAGER=""

# Messages go to stderr: stdout is for data.
say() { printf '%s %s\n' "$(basename "$0"):" "$*" >&2; }

fail() {
  local code=$1
  shift
  say "$*"
  exit "$code"
}

# Runs a command as the service's user. Descriptor 9 holds the deploy lock; PM2 leaves a daemon behind, which must not inherit it.
as_service() {
  if [ "$(id -un)" = "$SERVICE_USER" ]; then
    "$@" 9>&-
  else
    runuser -u "$SERVICE_USER" -- env HOME="$(getent passwd "$SERVICE_USER" | cut -d: -f6)" "$@" 9>&-
  fi
}

reload_service() {
  as_service pm2 startOrReload "$LIBRARY/ecosystem.config.cjs" --update-env >&2
}

# For a service that is down or crashing: PM2 cannot reload a process that it is about to restart.
restart_service() {
  as_service pm2 delete "$SERVICE_NAME-backend" >/dev/null 2>&1 || true
  as_service pm2 start "$LIBRARY/ecosystem.config.cjs" --update-env >&2
}
