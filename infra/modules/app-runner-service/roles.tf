# The access role pulls the image; the instance role is who the program is. App Runner takes them apart, so do we.

data "aws_iam_policy_document" "access_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["build.apprunner.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "access" {
  # A token is for the whole registry; ECR knows no narrower resource for it.
  # https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html#security_iam_service-with-iam-roles
  statement {
    sid       = "Token"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid = "Pull"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:DescribeImages",
      "ecr:GetDownloadUrlForLayer",
    ]
    resources = [var.repository_arn]
  }
}

resource "aws_iam_role" "access" {
  name               = "${var.name}-apprunner-access"
  description        = "App Runner pulls the images of ${var.name}"
  assume_role_policy = data.aws_iam_policy_document.access_trust.json
}

resource "aws_iam_role_policy" "access" {
  name   = "pull"
  role   = aws_iam_role.access.id
  policy = data.aws_iam_policy_document.access.json
}

data "aws_iam_policy_document" "instance_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["tasks.apprunner.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "instance" {
  name               = "${var.name}-apprunner-instance"
  description        = "The program of the App Runner service ${var.name}"
  assume_role_policy = data.aws_iam_policy_document.instance_trust.json
}

locals {
  # An ARN's third part names the service that keeps the secret.
  secret_arns    = [for arn in values(var.secrets) : arn if split(":", arn)[2] == "secretsmanager"]
  parameter_arns = [for arn in values(var.secrets) : arn if split(":", arn)[2] == "ssm"]
}

data "aws_iam_policy_document" "instance_secrets" {
  dynamic "statement" {
    for_each = length(local.secret_arns) == 0 ? [] : [local.secret_arns]

    content {
      sid       = "Secrets"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = statement.value
    }
  }

  dynamic "statement" {
    for_each = length(local.parameter_arns) == 0 ? [] : [local.parameter_arns]

    content {
      sid       = "Parameters"
      actions   = ["ssm:GetParameters"]
      resources = statement.value
    }
  }
}

resource "aws_iam_role_policy" "instance_secrets" {
  count = length(var.secrets) == 0 ? 0 : 1

  name   = "secrets"
  role   = aws_iam_role.instance.id
  policy = data.aws_iam_policy_document.instance_secrets.json
}

resource "aws_iam_role_policy" "instance_program" {
  count = var.instance_policy_json == null ? 0 : 1

  name   = "program"
  role   = aws_iam_role.instance.id
  policy = var.instance_policy_json
}
