#!/usr/bin/env bash
# Installs Prometheus Node Exporter on port 9100. Version and digest are those of the project's release page:
# https://github.com/prometheus/node_exporter/releases/tag/v1.8.2
set -euo pipefail

version=1.8.2
pin=sha256:6809dd0b3ec45fd6e992c19071d6b5253aed3ead7bf0686885a51d85c6643c66
archive="node_exporter-$version.linux-amd64"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
/usr/local/lib/service/fetch-pinned "https://github.com/prometheus/node_exporter/releases/download/v$version/$archive.tar.gz" "$pin" "$folder/archive.tar.gz"
tar -xzf "$folder/archive.tar.gz" -C "$folder"
install -m 0755 "$folder/$archive/node_exporter" /usr/local/bin/node_exporter

id node-exporter >/dev/null 2>&1 || useradd --system --no-create-home --shell /sbin/nologin node-exporter
cat >/etc/systemd/system/node-exporter.service <<'UNIT'
[Unit]
Description=Prometheus Node Exporter
After=network-online.target
Wants=network-online.target

[Service]
User=node-exporter
ExecStart=/usr/local/bin/node_exporter --web.listen-address=:9100
Restart=always
NoNewPrivileges=true
ProtectSystem=strict
ProtectHome=true
PrivateTmp=true

[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now node-exporter.service
