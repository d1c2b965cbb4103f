#!/usr/bin/env bash
# Leaves the admin password where Grafana reads it. Grafana takes it at its first start only.
set -euo pipefail

service-secrets
# shellcheck source=/dev/null # what service-secrets has fetched
. /run/service/secrets.env

umask 077
printf '%s' "$GRAFANA_ADMIN_PASSWORD" >/run/grafana/admin-password
chown grafana /run/grafana/admin-password
