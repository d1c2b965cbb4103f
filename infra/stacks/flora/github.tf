# What a deploy does beyond Terraform: upload the release, run deploy-release on the instance, publish the site, keep the ledger.
data "aws_iam_policy_document" "release" {
  statement {
    sid     = "WriteObjects"
    actions = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:DeleteObject"]
    resources = [
      "${module.site.bucket_arn}/*",
      "${module.ledger.arn}/${module.ledger.prefix}/*",
      "${module.releases.arn}/${local.release_prefix}/*",
    ]
  }

  statement {
    sid       = "ListBuckets"
    actions   = ["s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucketLocation"]
    resources = [module.site.bucket_arn, module.ledger.arn, module.releases.arn]
  }

  statement {
    sid       = "Invalidate"
    actions   = ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation", "cloudfront:GetDistribution"]
    resources = [module.site.distribution_arn]
  }

  statement {
    sid       = "RunOnTheInstance"
    actions   = ["ssm:SendCommand"]
    resources = ["arn:${local.partition}:ec2:${var.region}:${local.account_id}:instance/*"]

    condition {
      test     = "StringEquals"
      variable = "ssm:resourceTag/Service"
      values   = [local.service_tag]
    }
  }

  statement {
    sid       = "RunAShellScript"
    actions   = ["ssm:SendCommand"]
    resources = ["arn:${local.partition}:ssm:${var.region}::document/AWS-RunShellScript"]
  }

  # These know no resources.
  statement {
    sid       = "WatchTheCommand"
    actions   = ["ssm:GetCommandInvocation", "ssm:ListCommandInvocations", "ssm:DescribeInstanceInformation", "ec2:DescribeInstances"]
    resources = ["*"]
  }

  statement {
    sid       = "ReadTheLog"
    actions   = ["logs:FilterLogEvents", "logs:GetLogEvents", "logs:DescribeLogStreams"]
    resources = [aws_cloudwatch_log_group.api.arn, "${aws_cloudwatch_log_group.api.arn}:*"]
  }
}

# Parameters and secrets are narrower than "the whole service": those of others are none of this stack's business.
data "aws_iam_policy_document" "parameters" {
  statement {
    sid = "ManageOwnParameters"
    actions = [
      "ssm:AddTagsToResource",
      "ssm:DeleteParameter",
      "ssm:GetParameter",
      "ssm:GetParameters",
      "ssm:ListTagsForResource",
      "ssm:PutParameter",
      "ssm:RemoveTagsFromResource",
    ]
    resources = local.parameter_arns
  }

  statement {
    sid       = "FindUbuntu"
    actions   = ["ssm:GetParameter"]
    resources = ["arn:${local.partition}:ssm:${var.region}::parameter/aws/service/canonical/*"]
  }

  # RDS makes the secret of its password in the name of the caller, under a prefix of its own:
  # https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-permissions
  statement {
    sid       = "LetRdsKeepThePassword"
    actions   = ["secretsmanager:CreateSecret", "secretsmanager:DescribeSecret", "secretsmanager:RotateSecret", "secretsmanager:TagResource"]
    resources = ["arn:${local.partition}:secretsmanager:${var.region}:${local.account_id}:secret:rds!*"]
  }

  # A list and the keys that AWS manages have no ARN to name here.
  statement {
    sid       = "FindParametersAndKeys"
    actions   = ["ssm:DescribeParameters", "kms:DescribeKey", "kms:ListAliases"]
    resources = ["*"]
  }
}

module "github" {
  source = "../../modules/github-oidc"
  count  = var.github_repository == null ? 0 : 1

  name            = var.name
  repository      = var.github_repository
  environments    = [var.environment]
  create_provider = var.github_create_provider

  policy_json = {
    parameters = data.aws_iam_policy_document.parameters.json
    release    = data.aws_iam_policy_document.release.json
  }

  state = var.state_bucket == null ? null : { bucket = var.state_bucket, key = var.state_key }

  managed_services = ["cloudfront", "cloudwatch", "ec2", "iam", "logs", "rds", "route53", "s3", "sns"]
}
