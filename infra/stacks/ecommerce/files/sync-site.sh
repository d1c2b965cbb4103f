#!/usr/bin/env bash
# Makes this instance serve what the site bucket holds. Run after a deploy, and by a timer, so that an instance that was
# made or unreachable during the deploy follows by itself. Idempotent: with nothing changed it writes nothing.
set -euo pipefail

# shellcheck source=/dev/null # written by user data
. "${SITE_CONFIGURATION:-/etc/site.conf}"
root=${SITE_ROOT:-/srv/site}

exec 9>"$root/sync.lock"
flock 9

# Assets before the pages that name them, pages before what no page names any more.
mkdir -p "$root/current"
aws s3 sync "s3://$SITE_BUCKET" "$root/current" --region "$AWS_REGION" --only-show-errors --exact-timestamps --exclude '*.html'
aws s3 sync "s3://$SITE_BUCKET" "$root/current" --region "$AWS_REGION" --only-show-errors --exact-timestamps
aws s3 sync "s3://$SITE_BUCKET" "$root/current" --region "$AWS_REGION" --only-show-errors --exact-timestamps --delete
