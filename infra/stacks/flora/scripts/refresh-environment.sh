#!/usr/bin/env bash
# Writes the API's environment: the parameters under PARAMETER_PATH and the DATABASE_URL made of the secret that RDS keeps.
# With --reload the API is reloaded when something changed; a timer does that, because RDS rotates the password by itself.
# Values pass through files and pipes that root or the service's user alone can read, never through arguments.
set -euo pipefail
umask 077

# shellcheck source=service.sh
source "${SERVICE_LIBRARY:-/usr/local/lib/api}/service.sh"

if [ "${1:-}" = "--reload" ]; then
  # A deploy under way reads the environment itself.
  exec 9>"$LOCK_FILE"
  flock -n 9 || exit 0
fi

workspace=$(mktemp -d "${TMPDIR:-/tmp}/environment.XXXXXX")
trap 'rm -rf "$workspace"' EXIT

aws ssm get-parameters-by-path --path "$PARAMETER_PATH" --recursive --with-decryption --output json >"$workspace/parameters.json"
aws secretsmanager get-secret-value --secret-id "$DATABASE_SECRET_ARN" --query SecretString --output text >"$workspace/database.json"

unset_names=$(jq -r '[.Parameters[] | select(.Value == "to-be-set") | .Name] | join(", ")' "$workspace/parameters.json")
if [ -n "$unset_names" ]; then
  fail 78 "these secrets have no value yet: $unset_names; set each with 'aws ssm put-parameter --overwrite --name NAME --value file://FILE' and deploy again"
fi

jq -n \
  --slurpfile parameters "$workspace/parameters.json" \
  --slurpfile database "$workspace/database.json" \
  --arg host "$DATABASE_HOST" --arg port "$DATABASE_PORT" --arg name "$DATABASE_NAME" --arg query "$DATABASE_URL_PARAMETERS" \
  --arg api_port "$API_PORT" --arg region "$AWS_REGION" --arg files "$FILES_BUCKET" '
  ($parameters[0].Parameters | map({ key: (.Name | split("/") | last), value: .Value }) | from_entries)
  + {
      PORT: $api_port,
      AWS_REGION: $region,
      FILES_BUCKET: $files,
      DATABASE_URL: ($database[0] | "postgresql://\(.username | @uri):\(.password | @uri)@\($host):\($port)/\($name)?\($query)")
    }' >"$workspace/environment.json"

if cmp -s "$workspace/environment.json" "$ENVIRONMENT_FILE"; then
  exit 0
fi

if [ "$(id -un)" != "$SERVICE_USER" ]; then
  chown "$SERVICE_USER:" "$workspace/environment.json"
fi
chmod 0600 "$workspace/environment.json"
cp -p "$workspace/environment.json" "$ENVIRONMENT_FILE.new"
mv -f "$ENVIRONMENT_FILE.new" "$ENVIRONMENT_FILE"
say "the environment changed"

if [ "${1:-}" = "--reload" ] && [ -e "$SERVICE_ROOT/current" ]; then
  reload_service
fi
