#!/usr/bin/env bash
# Fetches Jenkins' secrets into memory before it starts. Configuration as code reads one file for each.
set -euo pipefail

# shellcheck source=/dev/null # written by user data
. /etc/jenkins.conf

umask 077
fetch() {
    aws secretsmanager get-secret-value --region "$AWS_REGION" --secret-id "$1" --query SecretString --output text |
        tr -d '\n' >"/run/jenkins-secrets/$2"
}

fetch "$ADMIN_SECRET" ADMIN_PASSWORD
fetch "$PLAN_KEY_SECRET" TERRAFORM_PLAN_KEY
if [ -n "$GIT_TOKEN_SECRET" ]; then
    fetch "$GIT_TOKEN_SECRET" GIT_TOKEN
fi
chown -R jenkins /run/jenkins-secrets
