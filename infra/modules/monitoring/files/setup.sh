#!/usr/bin/env bash
# Prometheus and Grafana, both on the loopback address: the way to them is Session Manager's port forwarding.
# Version and digest of Prometheus are those of https://github.com/prometheus/prometheus/releases/tag/v2.53.3
set -euo pipefail

# shellcheck source=/dev/null # written by user data
. /etc/monitoring.conf

version=2.53.3
pin=sha256:ebe549477a699c464a0cef0d8d55c0cc9972a1b301fc910b5f260cfc3e08f6a3
archive="prometheus-$version.linux-amd64"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
/usr/local/lib/service/fetch-pinned "https://github.com/prometheus/prometheus/releases/download/v$version/$archive.tar.gz" "$pin" "$folder/archive.tar.gz"
tar -xzf "$folder/archive.tar.gz" -C "$folder"
install -m 0755 "$folder/$archive/prometheus" "$folder/$archive/promtool" /usr/local/bin/

id prometheus >/dev/null 2>&1 || useradd --system --no-create-home --shell /sbin/nologin prometheus
install -d -o prometheus -g prometheus /var/lib/prometheus
promtool check config /etc/prometheus/prometheus.yml

cat >/etc/systemd/system/prometheus.service <<UNIT
[Unit]
Description=Prometheus
After=network-online.target
Wants=network-online.target

[Service]
User=prometheus
ExecStart=/usr/local/bin/prometheus --config.file=/etc/prometheus/prometheus.yml --storage.tsdb.path=/var/lib/prometheus --storage.tsdb.retention.time=$RETENTION --web.listen-address=127.0.0.1:9090
ExecReload=/bin/kill -HUP \$MAINPID
Restart=always
NoNewPrivileges=true
ProtectSystem=strict
ProtectHome=true
PrivateTmp=true
ReadWritePaths=/var/lib/prometheus

[Install]
WantedBy=multi-user.target
UNIT

# The key that signs repository and packages. Its fingerprint: https://grafana.com/docs/grafana/latest/setup-grafana/installation/redhat-rhel-fedora/
/usr/local/lib/service/fetch-pinned https://rpm.grafana.com/gpg.key key:B53AE77BADB630A683046005963FA27710458545 /etc/pki/rpm-gpg/grafana.asc
cat >/etc/yum.repos.d/grafana.repo <<'REPO'
[grafana]
name=grafana
baseurl=https://rpm.grafana.com
repo_gpgcheck=1
enabled=1
gpgcheck=1
gpgkey=file:///etc/pki/rpm-gpg/grafana.asc
sslverify=1
REPO
dnf install -y -q grafana-11.6.0

install -m 0640 -g grafana /etc/grafana-provisioned/datasource.yml /etc/grafana/provisioning/datasources/prometheus.yml
install -m 0640 -g grafana /etc/grafana-provisioned/dashboards.yml /etc/grafana/provisioning/dashboards/files.yml
install -d /var/lib/grafana/dashboards
install -m 0644 /etc/grafana-provisioned/nodes.json /var/lib/grafana/dashboards/nodes.json

# Grafana reads the password from a file in memory; it is in no configuration, no argument and no user data.
install -d /etc/systemd/system/grafana-server.service.d
cat >/etc/systemd/system/grafana-server.service.d/local.conf <<'UNIT'
[Service]
RuntimeDirectory=grafana
ExecStartPre=+/usr/local/lib/service/grafana-password
Environment=GF_SERVER_HTTP_ADDR=127.0.0.1
Environment=GF_SECURITY_ADMIN_PASSWORD=$__file{/run/grafana/admin-password}
Environment=GF_USERS_ALLOW_SIGN_UP=false
Environment=GF_AUTH_ANONYMOUS_ENABLED=false
Environment=GF_ANALYTICS_REPORTING_ENABLED=false
Environment=GF_ANALYTICS_CHECK_FOR_UPDATES=false
UNIT

systemctl daemon-reload
systemctl enable --now prometheus.service grafana-server.service
