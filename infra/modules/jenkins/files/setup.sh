#!/usr/bin/env bash
# Jenkins with its plugins, Terraform and the .NET SDK. Packages are signed; what is downloaded besides is checked by digest.
set -euo pipefail

# shellcheck source=/dev/null # written by user data
. /etc/jenkins.conf

# A .NET build wants more memory than the smallest instances have.
if [ ! -f /swapfile ]; then
    dd if=/dev/zero of=/swapfile bs=1M count=4096 status=none
    chmod 0600 /swapfile
    mkswap /swapfile >/dev/null
    echo '/swapfile none swap sw 0 0' >>/etc/fstab
    swapon /swapfile
fi

cat >/etc/yum.repos.d/jenkins.repo <<'REPO'
[jenkins]
name=Jenkins, long-term line
baseurl=https://pkg.jenkins.io/redhat-stable
gpgcheck=1
gpgkey=https://pkg.jenkins.io/redhat-stable/jenkins.io-2023.key
REPO
cat >/etc/yum.repos.d/hashicorp.repo <<'REPO'
[hashicorp]
name=HashiCorp
baseurl=https://rpm.releases.hashicorp.com/AmazonLinux/latest/$basearch/stable
gpgcheck=1
gpgkey=https://rpm.releases.hashicorp.com/gpg
REPO
dnf install -y -q java-21-amazon-corretto-headless git libicu tar gzip nodejs20 "jenkins-$JENKINS_VERSION" "terraform-$TERRAFORM_VERSION"

# Microsoft publishes no packages for this distribution; its own script checks nothing but TLS, and global.json in the
# repository names the version that build.sh insists on.
# https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-install-script
script=$(mktemp)
curl -fsSL --proto '=https' --tlsv1.2 --retry 5 -o "$script" https://dot.net/v1/dotnet-install.sh
bash "$script" --channel "$DOTNET_CHANNEL" --install-dir /usr/share/dotnet --no-path
rm "$script"
ln -sf /usr/share/dotnet/dotnet /usr/local/bin/dotnet

manager=2.13.2
url="https://github.com/jenkinsci/plugin-installation-manager-tool/releases/download/$manager/jenkins-plugin-manager-$manager.jar"
curl -fsSL --proto '=https' --tlsv1.2 --retry 5 -o /opt/jenkins-plugin-manager.jar "$url"
echo "$(curl -fsSL --proto '=https' --tlsv1.2 --retry 5 "$url.sha256")  /opt/jenkins-plugin-manager.jar" | sha256sum --check --quiet
# Dependencies at the versions that the named plugins ask for, not the newest of the day.
runuser -u jenkins -- java -jar /opt/jenkins-plugin-manager.jar --war /usr/share/java/jenkins.war --latest false \
    --plugin-file /etc/jenkins/plugins.txt --plugin-download-directory /var/lib/jenkins/plugins

install -d -o jenkins /var/log/jenkins
install -d /etc/systemd/system/jenkins.service.d
cat >/etc/systemd/system/jenkins.service.d/local.conf <<UNIT
[Service]
RuntimeDirectory=jenkins-secrets
RuntimeDirectoryMode=0700
ExecStartPre=+/usr/local/lib/service/jenkins-secrets
Environment=JENKINS_LISTEN_ADDRESS=$LISTEN_ADDRESS
Environment=JENKINS_PORT=8080
Environment=JENKINS_LOG=/var/log/jenkins/jenkins.log
Environment=CASC_JENKINS_CONFIG=/etc/jenkins/jenkins.yaml
Environment=SECRETS=/run/jenkins-secrets
Environment=DOTNET_CLI_TELEMETRY_OPTOUT=1
Environment="JAVA_OPTS=-Djava.awt.headless=true -Djenkins.install.runSetupWizard=false"
TimeoutStartSec=15min
UNIT
systemctl daemon-reload
systemctl enable --now jenkins.service
