#!/usr/bin/env bash
# Runs once, on a new Ubuntu instance: installs Node.js, pnpm, PM2, the AWS CLI and the CloudWatch agent, and deploys the release
# that ran last, if there was one. Its output is /var/log/user-data.log, which the agent ships too.
set -euo pipefail
exec > >(tee -a /var/log/user-data.log) 2>&1
trap 'echo "bootstrap: failed in line $LINENO; see the lines above"' ERR

# shellcheck source=/dev/null
source /etc/api/api.conf
export DEBIAN_FRONTEND=noninteractive
apt() { apt-get -o DPkg::Lock::Timeout=600 -o Acquire::Retries=5 -y "$@"; }
download() { curl -fsSL --retry 5 --retry-all-errors --proto '=https' --tlsv1.2 -o "$2" "$1"; }

# Terraform moves the lasting address here just after the start, and the first one's connections end with it.
address() {
  local token
  token=$(curl -fsS --max-time 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token) &&
    curl -fsS --max-time 5 -H "X-aws-ec2-metadata-token: $token" http://169.254.169.254/latest/meta-data/public-ipv4
}
for _ in $(seq 90); do
  [ "$(address || true)" != "$PUBLIC_ADDRESS" ] || break
  sleep 2
done

echo "bootstrap: packages"
apt update
apt install ca-certificates curl gnupg jq logrotate

# The agent first, so that a failure further down can be read without logging in.
echo "bootstrap: CloudWatch agent"
architecture=$(dpkg --print-architecture)
agent=$(mktemp -d)
base=https://amazoncloudwatch-agent.s3.amazonaws.com
download "$base/ubuntu/$architecture/latest/amazon-cloudwatch-agent.deb" "$agent/agent.deb"
download "$base/ubuntu/$architecture/latest/amazon-cloudwatch-agent.deb.sig" "$agent/agent.deb.sig"
download "$base/assets/amazon-cloudwatch-agent.gpg" "$agent/agent.gpg"
# https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/verify-CloudWatch-Agent-Package-Signature.html
gpg --homedir "$agent" --batch --import "$agent/agent.gpg"
gpg --homedir "$agent" --batch --status-fd 1 --verify "$agent/agent.deb.sig" "$agent/agent.deb" |
  grep 'VALIDSIG 937616F3450B7D806CBD9725D58167303B789C72'
dpkg -i "$agent/agent.deb"
rm -rf "$agent"

id "$SERVICE_USER" >/dev/null 2>&1 || useradd --system --create-home --shell /usr/sbin/nologin "$SERVICE_USER"
install -d -o root -g root -m 0755 "$SERVICE_ROOT" "$SERVICE_ROOT/releases"
install -d -o "$SERVICE_USER" -g "$SERVICE_USER" -m 0750 "$LOG_DIRECTORY"
/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:/etc/api/cloudwatch-agent.json

echo "bootstrap: Node.js $NODE_MAJOR_VERSION, pnpm, PM2"
install -d -m 0755 /etc/apt/keyrings
# The key's fingerprint: https://github.com/nodesource/distributions
/usr/local/lib/api/fetch-pinned https://deb.nodesource.com/gpgkey/nodesource-repo.gpg.key \
  key:6F71F525282841EEDAF851B42F59B5F99B1BE0B4 /etc/apt/keyrings/nodesource.asc
echo "deb [signed-by=/etc/apt/keyrings/nodesource.asc] https://deb.nodesource.com/node_$NODE_MAJOR_VERSION.x nodistro main" >/etc/apt/sources.list.d/nodesource.list
apt update
apt install nodejs
# What the two bring along is what their ranges allow; npm compares all of it with the digests of its registry.
npm install --global --no-fund --no-audit pnpm@10.18.3 pm2@6.0.14

echo "bootstrap: AWS CLI, certificates of RDS"
snap install aws-cli --classic
download https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem /etc/ssl/certs/rds-global-bundle.pem
chmod 0644 /etc/ssl/certs/rds-global-bundle.pem

# An empty list is saved first: the unit begins with restoring one.
home=$(getent passwd "$SERVICE_USER" | cut -d: -f6)
runuser -u "$SERVICE_USER" -- env HOME="$home" pm2 save --force
runuser -u "$SERVICE_USER" -- env HOME="$home" pm2 kill
env PATH="$PATH:/usr/bin" pm2 startup systemd -u "$SERVICE_USER" --hp "$home"
systemctl daemon-reload
systemctl enable --now "pm2-$SERVICE_USER.service" api-environment.timer

current=$(aws s3 cp --only-show-errors "s3://$RELEASE_BUCKET/$RELEASE_PREFIX/current" - --region "$AWS_REGION" 2>/dev/null || true)
if [ -n "$current" ]; then
  echo "bootstrap: release $current ran last"
  /usr/local/bin/deploy-release "$current"
else
  echo "bootstrap: no release was deployed yet; the first deploy starts the API"
fi
echo "bootstrap: done"
