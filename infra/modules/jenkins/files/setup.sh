#!/usr/bin/env bash
# Jenkins with its plugins, Terraform and the .NET SDK. Packages are signed by pinned keys; what is downloaded besides has a pinned digest.
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

# Packages come from whoever holds these keys, not from whoever answers. Fingerprints:
# https://www.jenkins.io/download/verify/ and https://www.hashicorp.com/trust/security
/usr/local/lib/service/fetch-pinned https://pkg.jenkins.io/redhat-stable/jenkins.io-2023.key \
    key:63667EE74BBA1F0A08A698725BA31D57EF5975CA /etc/pki/rpm-gpg/jenkins.asc
/usr/local/lib/service/fetch-pinned https://rpm.releases.hashicorp.com/gpg \
    key:798AEC654E5C15428C8E42EEAA16FCBCA621E701 /etc/pki/rpm-gpg/hashicorp.asc
cat >/etc/yum.repos.d/jenkins.repo <<'REPO'
[jenkins]
name=Jenkins, long-term line
baseurl=https://pkg.jenkins.io/redhat-stable
gpgcheck=1
gpgkey=file:///etc/pki/rpm-gpg/jenkins.asc
REPO
cat >/etc/yum.repos.d/hashicorp.repo <<'REPO'
[hashicorp]
name=HashiCorp
baseurl=https://rpm.releases.hashicorp.com/AmazonLinux/latest/$basearch/stable
gpgcheck=1
gpgkey=file:///etc/pki/rpm-gpg/hashicorp.asc
REPO
dnf install -y -q java-21-amazon-corretto-headless git libicu tar gzip nodejs20 "jenkins-$JENKINS_VERSION" "terraform-$TERRAFORM_VERSION"

# Microsoft publishes no packages for this distribution. The archive and its digest are those that build/sdk.sha512 pins for build.sh.
/usr/local/lib/service/fetch-pinned "https://builds.dotnet.microsoft.com/dotnet/Sdk/$DOTNET_SDK_VERSION/dotnet-sdk-$DOTNET_SDK_VERSION-linux-x64.tar.gz" \
    "sha512:$DOTNET_SDK_SHA512" /var/tmp/dotnet-sdk.tar.gz
install -d /usr/share/dotnet
tar -xzf /var/tmp/dotnet-sdk.tar.gz -C /usr/share/dotnet
rm /var/tmp/dotnet-sdk.tar.gz
ln -sf /usr/share/dotnet/dotnet /usr/local/bin/dotnet

# https://github.com/jenkinsci/plugin-installation-manager-tool/releases
manager=2.15.0
/usr/local/lib/service/fetch-pinned \
    "https://github.com/jenkinsci/plugin-installation-manager-tool/releases/download/$manager/jenkins-plugin-manager-$manager.jar" \
    sha256:a86853ec2e2933f37a4b471ba65099b61e03c87a80c2ef8fe2315eb135672d43 /opt/jenkins-plugin-manager.jar
# Dependencies at the versions that the named plugins ask for, not the newest of the day. It compares each with the digest in the update centre's
# metadata, which is had over https: no digest of a plugin is pinned here.
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
