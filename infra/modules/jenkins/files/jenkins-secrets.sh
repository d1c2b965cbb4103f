#!/usr/bin/env bash
# Leaves the secrets where configuration as code reads them: one file for each, in memory.
set -euo pipefail

service-secrets
# shellcheck source=/dev/null # what service-secrets has fetched
. /run/service/secrets.env

umask 077
for name in ADMIN_PASSWORD TERRAFORM_PLAN_KEY GIT_TOKEN; do
    printf '%s' "${!name:-}" >"/run/jenkins-secrets/$name"
done
chown -R jenkins /run/jenkins-secrets
