#!/usr/bin/env bash
# Makes an instance of what user data wrote: packages, logs, metrics, the service's own set-up, the current release.
set -euo pipefail

# shellcheck source=/dev/null # written by user data
. /etc/service/service.conf

# The way out of the subnet may be made in the same apply and come up after the instance.
again() {
    local attempt
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
        "$@" && return
        echo "Attempt $attempt failed: $*" >&2
        sleep 15
    done
    return 1
}

read -ra further <<<"$PACKAGES"
again dnf install -y -q amazon-cloudwatch-agent jq tar "${further[@]}"

id service >/dev/null 2>&1 || useradd --system --home-dir /srv/service --shell /sbin/nologin service
install -d -o service -g service /srv/service /srv/service/releases
install -d /var/log/service

# The log agent comes first, so that what fails below can be read without a shell on the instance.
/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s \
    -c file:/opt/aws/amazon-cloudwatch-agent/etc/service.json

cat >/etc/logrotate.d/service <<'ROTATE'
/var/log/service/*.log {
    daily
    rotate 7
    size 50M
    copytruncate
    missingok
    notifempty
    compress
}
ROTATE

if [ "$NODE_EXPORTER" = true ]; then
    again /usr/local/lib/service/node-exporter
fi

if [ -s /etc/service/secrets.list ]; then
    again /usr/local/bin/service-secrets
fi

/usr/local/lib/service/setup

if [ -f /etc/systemd/system/app.service ]; then
    systemctl daemon-reload
    systemctl enable --now app.service

    # RDS rotates the password that it manages every seven days; a service that read it once would stop working.
    cat >/etc/systemd/system/service-secrets.service <<'UNIT'
[Unit]
Description=Fetches the secrets again and restarts the service when one has changed

[Service]
Type=oneshot
ExecStart=/usr/local/bin/service-secrets --restart
UNIT
    cat >/etc/systemd/system/service-secrets.timer <<'UNIT'
[Unit]
Description=Every five minutes

[Timer]
OnActiveSec=5min
OnUnitActiveSec=5min
RandomizedDelaySec=60

[Install]
WantedBy=timers.target
UNIT
    systemctl daemon-reload
    systemctl enable --now service-secrets.timer

    # Last: a release that fails here is the load balancer's to notice, and everything else is in place by then.
    /usr/local/bin/deploy-release --current
fi
