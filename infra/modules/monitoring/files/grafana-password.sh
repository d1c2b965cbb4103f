#!/usr/bin/env bash
# Fetches the admin password before Grafana starts. Grafana takes it at its first start only.
set -euo pipefail

# shellcheck source=/dev/null # written by user data
. /etc/monitoring.conf

umask 077
aws secretsmanager get-secret-value --region "$AWS_REGION" --secret-id "$GRAFANA_SECRET" --query SecretString --output text |
    tr -d '\n' >/run/grafana/admin-password
chown grafana /run/grafana/admin-password
