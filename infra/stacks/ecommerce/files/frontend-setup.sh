#!/usr/bin/env bash
# nginx over the copied site.
set -euo pipefail

install -d -m 0755 /srv/site /srv/site/current
# A bucket that cannot be read yet is the timer's to try again; the instance is healthy meanwhile, and says 404.
/usr/local/bin/sync-site || echo "The site could not be copied yet." >&2

nginx -t -q
systemctl daemon-reload
systemctl enable --now nginx.service site.timer
