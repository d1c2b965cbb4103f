#!/usr/bin/env bash
# deploy-release RELEASE: fetches the release, migrates the database, starts it under PM2 and waits until it is healthy.
# 0: it runs and is healthy. 1: it was not, and the former release runs again. Other codes: nothing was switched.
# Run again after a failure or a kill, it takes up where it was.
set -euo pipefail

# shellcheck source=service.sh
source "${SERVICE_LIBRARY:-/usr/local/lib/api}/service.sh"

release=${1:-}
if ! [[ "$release" =~ ^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$ ]]; then
  fail 64 "usage: deploy-release RELEASE, where RELEASE is the name of s3://$RELEASE_BUCKET/$RELEASE_PREFIX/RELEASE.tar.gz without .tar.gz"
fi

exec 9>"$LOCK_FILE"
flock -w "${LOCK_SECONDS:-900}" 9 || fail 75 "another deploy has run for ${LOCK_SECONDS:-900} seconds; try again when it is done"

releases="$SERVICE_ROOT/releases"
current="$SERVICE_ROOT/current"
# The last release that was seen healthy. "current" may point to one that a killed deploy never looked at.
verified_file="$SERVICE_ROOT/verified"
verified=$(cat "$verified_file" 2>/dev/null || true)
health_url="http://127.0.0.1:$API_PORT$HEALTH_CHECK_PATH"

# Every step says "or return": bash does not stop at errors inside a function whose result is asked for.
fetch() {
  local directory="$releases/$release"
  [ ! -e "$directory/.ready" ] || return 0

  rm -rf "$directory" "$directory.partial" || return
  mkdir -p "$directory.partial" || return
  aws s3 cp --only-show-errors "s3://$RELEASE_BUCKET/$RELEASE_PREFIX/$release.tar.gz" - | tar -xz -C "$directory.partial" --no-same-owner || return
  if [ "$(id -un)" != "$SERVICE_USER" ]; then
    chown -R "$SERVICE_USER:" "$directory.partial" || return
  fi
  mv "$directory.partial" "$directory" || return

  # A release that brings its node_modules was built for this machine; one that brings a lock file is completed here.
  if [ -e "$directory/pnpm-lock.yaml" ] && [ ! -e "$directory/node_modules" ]; then
    (cd "$directory" && as_service env CI=1 pnpm install --prod --frozen-lockfile >&2) || return
  fi
  touch "$directory/.ready"
}

migrate() {
  [ -n "$MIGRATE_COMMAND" ] || return 0
  (cd "$releases/$release" && as_service node "$LIBRARY/with-environment.cjs" bash -c "$MIGRATE_COMMAND" >&2)
}

# A rename replaces the link in one step; ln -sfn would leave a moment without one.
switch_to() {
  ln -sfn "$releases/$1" "$current.new" &&
    mv -T "$current.new" "$current"
}

# Three answers in a row: a process that answers once and dies is not healthy.
healthy() {
  local answers=0 end=$((SECONDS + HEALTH_SECONDS))
  while [ "$SECONDS" -lt "$end" ]; do
    if curl -fsS -o /dev/null --max-time 5 "$health_url" 2>/dev/null; then
      answers=$((answers + 1))
      [ "$answers" -lt 3 ] || return 0
    else
      answers=0
    fi
    sleep 1
  done
  return 1
}

keep_few_releases() {
  local directory kept=0
  while IFS= read -r directory; do
    case "$(basename "$directory")" in
      "$release" | "$verified") continue ;;
    esac
    kept=$((kept + 1))
    if [ "$kept" -gt $((KEEP_RELEASES - 2)) ]; then
      rm -rf "$directory"
    fi
  done < <(find "$releases" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' | sort -rn | cut -d' ' -f2-)
}

"${REFRESH_ENVIRONMENT:-/usr/local/bin/refresh-environment}" || fail 78 "the API's environment could not be read; nothing was changed"
fetch || fail 66 "release $release could not be fetched from s3://$RELEASE_BUCKET/$RELEASE_PREFIX/; nothing was switched"
migrate || fail 70 "the migration of release $release failed; the former release was left running"

if ! switch_to "$release" || ! { reload_service || restart_service; } || ! healthy; then
  say "release $release does not answer $health_url with 2xx within $HEALTH_SECONDS seconds; the end of its log:"
  tail -n 30 "$LOG_DIRECTORY/$SERVICE_NAME-backend-error.log" >&2 || true

  if [ -z "$verified" ] || [ "$verified" = "$release" ] || [ ! -e "$releases/$verified/.ready" ]; then
    fail 1 "there is no former release to go back to"
  fi
  if switch_to "$verified" && restart_service && healthy; then
    fail 1 "release $verified runs again"
  fi
  fail 1 "release $verified was put back, but it is not healthy either"
fi

printf '%s\n' "$release" >"$verified_file.new"
mv -f "$verified_file.new" "$verified_file"
as_service pm2 save --force >&2 || say "PM2 could not save its list; after a reboot the API would not start by itself"
# A replaced instance starts what stands here.
printf '%s\n' "$release" | aws s3 cp --only-show-errors - "s3://$RELEASE_BUCKET/$RELEASE_PREFIX/current" ||
  fail 74 "release $release runs and is healthy, but that could not be recorded in s3://$RELEASE_BUCKET/$RELEASE_PREFIX/current; run this again, or a replaced instance would start the former release"
keep_few_releases
say "release $release runs and is healthy"
