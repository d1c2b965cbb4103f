data "aws_iam_policy_document" "api_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "api" {
  name               = local.service_tag
  description        = "Instance of the ${var.name} API"
  assume_role_policy = data.aws_iam_policy_document.api_trust.json
}

resource "aws_iam_instance_profile" "api" {
  name = local.service_tag
  role = aws_iam_role.api.name
}

# Session Manager and Run Command: the way in without SSH, keys or an open port.
resource "aws_iam_role_policy_attachment" "session_manager" {
  role       = aws_iam_role.api.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

locals {
  parameter_arns = [
    "arn:${local.partition}:ssm:${var.region}:${local.account_id}:parameter${local.parameter_path}",
    "arn:${local.partition}:ssm:${var.region}:${local.account_id}:parameter${local.parameter_path}/*",
  ]
}

data "aws_iam_policy_document" "api" {
  statement {
    sid       = "ReadOwnParameters"
    actions   = ["ssm:GetParametersByPath"]
    resources = local.parameter_arns
  }

  # AmazonSSMManagedInstanceCore allows the reading of every parameter of the account.
  statement {
    sid           = "NoOtherParameters"
    effect        = "Deny"
    actions       = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory"]
    not_resources = local.parameter_arns
  }

  statement {
    sid       = "ReadDatabasePassword"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [module.database.master_user_secret_arn]
  }

  statement {
    sid       = "FetchReleases"
    actions   = ["s3:GetObject"]
    resources = ["${module.releases.arn}/${local.release_prefix}/*"]
  }

  statement {
    sid       = "RecordTheRunningRelease"
    actions   = ["s3:PutObject"]
    resources = ["${module.releases.arn}/${local.release_prefix}/current"]
  }

  statement {
    sid       = "KeepFiles"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = ["${module.files.arn}/*"]
  }

  # Without the right to list, S3 answers 403 for an object that is missing.
  statement {
    sid       = "MissingIsMissing"
    actions   = ["s3:ListBucket"]
    resources = [module.releases.arn, module.files.arn]
  }

  statement {
    sid       = "WriteOwnLogs"
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.api.arn}:*"]
  }

  statement {
    sid       = "WriteMetrics"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"]

    # The action knows no resource; the namespace is the only fence it has.
    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = ["CWAgent"]
    }
  }
}

resource "aws_iam_role_policy" "api" {
  name   = "api"
  role   = aws_iam_role.api.id
  policy = data.aws_iam_policy_document.api.json
}
