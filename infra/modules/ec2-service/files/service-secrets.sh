#!/usr/bin/env bash
# Reads the secrets that secrets.list names into memory-backed /run, for the service's environment.
# A line that says "generate" names a secret that nobody has chosen: the first instance that asks makes it.
# --restart restarts the service when a value has changed. Values appear in no output and no argument.
set -euo pipefail

configuration=${SERVICE_CONFIGURATION:-/etc/service}
runtime=${SERVICE_RUNTIME:-/run/service}
# shellcheck source=/dev/null # written by user data
. "$configuration/service.conf"
export AWS_REGION AWS_DEFAULT_REGION="$AWS_REGION"

value_of() {
    local arn=$1 parts key
    if [[ $arn == *:ssm:* ]]; then
        aws ssm get-parameter --name "$arn" --with-decryption --query Parameter.Value --output text
        return
    fi
    # arn:aws:secretsmanager:region:account:secret:name[:key], as in an ECS task definition.
    IFS=: read -ra parts <<<"$arn"
    key=${parts[7]:-}
    arn=$(IFS=: && echo "${parts[*]:0:7}")
    if [ -z "$key" ]; then
        aws secretsmanager get-secret-value --secret-id "$arn" --query SecretString --output text
    else
        aws secretsmanager get-secret-value --secret-id "$arn" --query SecretString --output text |
            jq -er --arg key "$key" '.[$key] // error("the secret has no key " + $key) | tostring'
    fi
}

# A version's token is its identity: of two instances that write at the same moment one is refused, and reads the other's.
# https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
generate() {
    local arn=$1 versions token
    # shellcheck disable=SC2016 # the ticks are the query language's
    versions=$(aws secretsmanager describe-secret --secret-id "$arn" --query 'length(keys(VersionIdsToStages || `{}`))' --output text)
    [ "$versions" = 0 ] || return 0
    token=$(printf '%s' "$arn" | sha256sum | cut -d ' ' -f 1)
    aws secretsmanager get-random-password --password-length 64 --exclude-punctuation --query RandomPassword --output text |
        tr -d '\n' |
        aws secretsmanager put-secret-value --secret-id "$arn" --client-request-token "$token" --secret-string file:///dev/stdin >/dev/null ||
        echo "Another instance made the secret first; its value is taken." >&2
}

umask 077
mkdir -p "$runtime"
chmod 0755 "$runtime"
fresh=$(mktemp "$runtime/secrets.XXXXXX")
trap 'rm -f "$fresh"' EXIT

while read -r name arn generated; do
    [ -n "$name" ] || continue
    if [ "$generated" = generate ]; then
        generate "$arn"
    fi
    value=$(value_of "$arn")
    if [[ $value == *$'\n'* ]]; then
        echo "The secret for $name has more than one line, and an environment file takes one. Store it as one line, for example base64." >&2
        exit 1
    fi
    # shellcheck disable=SC2001 # what bash's own replacement does with & and \ depends on its version
    printf '%s="%s"\n' "$name" "$(sed 's/[\\"$`]/\\&/g' <<<"$value")" >>"$fresh"
done <"$configuration/secrets.list"

chgrp service "$fresh"
chmod 0640 "$fresh"
if ! cmp -s "$fresh" "$runtime/secrets.env"; then
    mv "$fresh" "$runtime/secrets.env"
    if [ "${1:-}" = --restart ]; then
        echo "A secret has changed; the service is restarted."
        systemctl try-restart app.service
    fi
fi
