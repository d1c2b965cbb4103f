locals {
  release_prefix = "backend"
}

module "site" {
  source = "../../modules/private-bucket"

  name          = "${var.name}-site-${local.account_id}"
  force_destroy = !var.deletion_protection
}

module "releases" {
  source = "../../modules/private-bucket"

  name          = "${var.name}-releases-${local.account_id}"
  force_destroy = !var.deletion_protection
}

# https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
data "aws_iam_policy_document" "access_logs" {
  statement {
    sid       = "LoadBalancerLog"
    actions   = ["s3:PutObject"]
    resources = ["arn:${local.partition}:s3:::${var.name}-logs-${local.account_id}/${var.name}/AWSLogs/${local.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["logdelivery.elasticloadbalancing.amazonaws.com"]
    }
  }
}

module "access_logs" {
  source = "../../modules/private-bucket"

  name             = "${var.name}-logs-${local.account_id}"
  force_destroy    = !var.deletion_protection
  old_version_days = 1
  expiration_days  = 90
  policy_json      = [data.aws_iam_policy_document.access_logs.json]
}
