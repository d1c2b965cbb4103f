#!/usr/bin/env bash
# The certificates of RDS, so that the connection is checked and not only encrypted.
# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
set -euo pipefail

curl -fsSL --proto '=https' --tlsv1.2 --retry 10 --retry-all-errors --retry-delay 15 -o /etc/ssl/certs/rds.pem https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem
chmod 0644 /etc/ssl/certs/rds.pem
