locals {
  # The first seven parts are the secret's own ARN; what follows names a key in its JSON, as ECS writes it.
  secretsmanager_arns = distinct(concat(
    [for arn in values(var.secrets) : join(":", slice(split(":", arn), 0, 7)) if strcontains(arn, ":secretsmanager:")],
    values(var.generated_secrets),
  ))
  ssm_arns = distinct([for arn in values(var.secrets) : arn if strcontains(arn, ":ssm:")])
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  description        = "Instances of ${var.name}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_instance_profile" "this" {
  name = var.name
  role = aws_iam_role.this.name
}

# A shell without an open port or a key: Session Manager and Run Command.
resource "aws_iam_role_policy_attachment" "this" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

data "aws_iam_policy_document" "this" {
  source_policy_documents = var.policy_json == null ? [] : [var.policy_json]

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }

  statement {
    sid       = "PutMetrics"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"]

    # The action knows no resource; the namespace is what it can be held to.
    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = [var.name]
    }
  }

  dynamic "statement" {
    for_each = local.releases

    content {
      sid       = "ReadReleases"
      actions   = ["s3:GetObject"]
      resources = ["arn:${data.aws_partition.current.partition}:s3:::${statement.value.bucket}/${statement.value.prefix}/*"]
    }
  }

  # Without the right to list, a missing object reads as a refusal, and nobody would know which it is.
  dynamic "statement" {
    for_each = local.releases

    content {
      sid       = "ListReleases"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${data.aws_partition.current.partition}:s3:::${statement.value.bucket}"]

      condition {
        test     = "StringLike"
        variable = "s3:prefix"
        values   = ["${statement.value.prefix}/*"]
      }
    }
  }

  dynamic "statement" {
    for_each = local.releases

    content {
      sid       = "NameCurrentRelease"
      actions   = ["s3:PutObject"]
      resources = ["arn:${data.aws_partition.current.partition}:s3:::${statement.value.bucket}/${statement.value.prefix}/current"]
    }
  }

  dynamic "statement" {
    for_each = length(local.secretsmanager_arns) > 0 ? [local.secretsmanager_arns] : []

    content {
      sid       = "ReadSecrets"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = statement.value
    }
  }

  dynamic "statement" {
    for_each = length(var.generated_secrets) > 0 ? [values(var.generated_secrets)] : []

    content {
      sid       = "MakeSecrets"
      actions   = ["secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue"]
      resources = statement.value
    }
  }

  # The generator knows no resource, and what it answers is nobody's secret yet.
  dynamic "statement" {
    for_each = length(var.generated_secrets) > 0 ? [true] : []

    content {
      sid       = "GeneratePasswords"
      actions   = ["secretsmanager:GetRandomPassword"]
      resources = ["*"]
    }
  }

  dynamic "statement" {
    for_each = length(local.ssm_arns) > 0 ? [local.ssm_arns] : []

    content {
      sid       = "ReadParameters"
      actions   = ["ssm:GetParameter"]
      resources = statement.value
    }
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "service"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}
