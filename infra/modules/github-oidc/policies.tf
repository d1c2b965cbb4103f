data "aws_iam_policy_document" "manage" {
  dynamic "statement" {
    for_each = length(setsubtract(var.managed_services, ["iam", "s3"])) > 0 ? ["regional"] : []

    content {
      sid       = "ServicesOfTheStack"
      actions   = [for service in sort(setsubtract(var.managed_services, ["iam", "s3"])) : "${service}:*"]
      resources = ["*"]

      condition {
        test     = "StringEquals"
        variable = "aws:RequestedRegion"
        values   = distinct([data.aws_region.current.id, "us-east-1"])
      }
    }
  }

  dynamic "statement" {
    for_each = contains(var.managed_services, "s3") ? ["s3"] : []

    content {
      sid     = "BucketsOfTheStack"
      actions = ["s3:*"]
      resources = [
        "arn:${data.aws_partition.current.partition}:s3:::${var.name}-*",
        "arn:${data.aws_partition.current.partition}:s3:::${var.name}-*/*",
      ]
    }
  }

  dynamic "statement" {
    for_each = contains(var.managed_services, "iam") ? ["iam"] : []

    content {
      sid     = "RolesOfTheStack"
      actions = ["iam:*"]
      resources = [
        "${local.iam_arn}:role/${var.name}-*",
        "${local.iam_arn}:policy/${var.name}-*",
        "${local.iam_arn}:instance-profile/${var.name}-*",
      ]
    }
  }

  dynamic "statement" {
    for_each = contains(var.managed_services, "iam") ? ["iam"] : []

    content {
      sid       = "ReadTheIdentityProvider"
      actions   = ["iam:GetOpenIDConnectProvider", "iam:ListOpenIDConnectProviders"]
      resources = ["*"]
    }
  }

  dynamic "statement" {
    for_each = contains(var.managed_services, "iam") ? ["iam"] : []

    content {
      sid       = "RolesOfTheServices"
      actions   = ["iam:CreateServiceLinkedRole"]
      resources = ["${local.iam_arn}:role/aws-service-role/*"]
    }
  }

  # A workflow that could change these two roles could write itself a key to the account.
  # Whoever changes them applies that change by hand.
  statement {
    sid    = "NotItsOwnRoles"
    effect = "Deny"
    actions = [
      "iam:AttachRolePolicy",
      "iam:DeleteRole",
      "iam:DeleteRolePolicy",
      "iam:DetachRolePolicy",
      "iam:PassRole",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
    ]
    resources = ["${local.iam_arn}:role/${local.deploy_role}", "${local.iam_arn}:role/${local.plan_role}"]
  }
}

# What the S3 backend needs with its own lock file (https://developer.hashicorp.com/terraform/language/backend/s3#s3-bucket-permissions):
# it writes a state, but deletes only the lock.
data "aws_iam_policy_document" "state" {
  for_each = toset(var.state == null ? [] : ["state"])

  statement {
    sid       = "State"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = [local.state_arn]
  }

  statement {
    sid       = "Lock"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = ["${local.state_arn}.tflock"]
  }

  statement {
    sid       = "FindState"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.state.bucket}"]
  }
}

# A pull request's plan reads the state and takes the lock; it must not be able to write a state.
data "aws_iam_policy_document" "lock" {
  for_each = toset(var.state == null ? [] : ["state"])

  statement {
    sid       = "Lock"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = ["${local.state_arn}.tflock"]
  }
}

# ReadOnlyAccess reads more than configuration. A plan needs no secret, no log line, no message and no row of a table.
data "aws_iam_policy_document" "plan_limits" {
  statement {
    sid    = "NoUserData"
    effect = "Deny"
    actions = [
      "dynamodb:BatchGetItem",
      "dynamodb:GetItem",
      "dynamodb:PartiQLSelect",
      "dynamodb:Query",
      "dynamodb:Scan",
      "logs:FilterLogEvents",
      "logs:GetLogEvents",
      "logs:StartLiveTail",
      "logs:StartQuery",
      "rds:DownloadCompleteDBLogFile",
      "rds:DownloadDBLogFilePortion",
      "secretsmanager:GetSecretValue",
      "sqs:ReceiveMessage",
      "ssm:GetParameterHistory",
      "ssm:GetParametersByPath",
    ]
    resources = ["*"]
  }

  # Of all objects in the account a plan reads its own state. The others are uploads, releases, and the states of other stacks, which hold secrets.
  dynamic "statement" {
    for_each = var.state == null ? [] : [local.state_arn]

    content {
      sid           = "NoObjectButTheState"
      effect        = "Deny"
      actions       = ["s3:GetObject", "s3:GetObjectTorrent", "s3:GetObjectVersion"]
      not_resources = [statement.value, "${statement.value}.tflock"]
    }
  }

  dynamic "statement" {
    for_each = var.state == null ? [true] : []

    content {
      sid       = "NoObject"
      effect    = "Deny"
      actions   = ["s3:GetObject", "s3:GetObjectTorrent", "s3:GetObjectVersion"]
      resources = ["*"]
    }
  }
}
