# What may deploy (the Jenkins host, and GitHub's workflows when a repository is named) may do this, with a role that
# lends its credentials for hours, never with keys.
locals {
  deploy_roles = ["${var.name}-jenkins", "${var.name}-github-deploy", "${var.name}-github-plan"]
}

data "aws_iam_policy_document" "infrastructure" {
  statement {
    sid = "Manage"
    actions = [
      "acm:*", "autoscaling:*", "cloudwatch:*", "ec2:*", "elasticloadbalancing:*", "guardduty:*", "logs:*", "rds:*", "wafv2:*",
    ]
    resources = ["*"]

    # Most of what these services make has no name before it is made; the region is what holds it in.
    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [var.region]
    }
  }

  statement {
    sid = "ManageOwnBuckets"
    actions = [
      "s3:CreateBucket", "s3:DeleteBucket*", "s3:Get*", "s3:List*", "s3:PutBucket*", "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration",
    ]
    resources = ["arn:${local.partition}:s3:::${var.name}-*"]
  }

  statement {
    sid       = "ManageOwnSecrets"
    actions   = ["secretsmanager:*"]
    resources = [for secret in ["${var.name}/*", "${var.name}-*"] : "arn:${local.partition}:secretsmanager:${var.region}:${local.account_id}:secret:${secret}"]
  }

  statement {
    sid       = "ReadImages"
    actions   = ["ssm:GetParameter"]
    resources = ["arn:${local.partition}:ssm:${var.region}::parameter/aws/service/ami-amazon-linux-latest/*"]
  }

  # RDS keeps its master password in a secret that it names itself.
  statement {
    sid       = "LetRdsKeepItsPassword"
    actions   = ["secretsmanager:CreateSecret", "secretsmanager:TagResource"]
    resources = ["arn:${local.partition}:secretsmanager:${var.region}:${local.account_id}:secret:rds!*"]
  }

  statement {
    sid       = "UseKeysOfServices"
    actions   = ["kms:DescribeKey"]
    resources = ["arn:${local.partition}:kms:${var.region}:${local.account_id}:key/*"]
  }

  statement {
    sid = "ManageOwnRoles"
    actions = [
      "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePolicy",
      "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:*InstanceProfile",
    ]
    resources = [
      "arn:${local.partition}:iam::${local.account_id}:role/${var.name}-*",
      "arn:${local.partition}:iam::${local.account_id}:instance-profile/${var.name}-*",
    ]
  }

  statement {
    sid       = "LendOwnRoles"
    actions   = ["iam:PassRole"]
    resources = ["arn:${local.partition}:iam::${local.account_id}:role/${var.name}-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ec2.amazonaws.com", "vpc-flow-logs.amazonaws.com"]
    }
  }

  statement {
    sid       = "LetServicesHaveTheirRoles"
    actions   = ["iam:CreateServiceLinkedRole"]
    resources = ["arn:${local.partition}:iam::${local.account_id}:role/aws-service-role/*"]
  }

  statement {
    sid       = "ReadIam"
    actions   = ["iam:Get*", "iam:List*"]
    resources = ["*"]
  }

  # Who deploys does not decide what a deploy may do: an administrator applies changes of these roles.
  statement {
    sid       = "NotOwnRights"
    effect    = "Deny"
    actions   = ["iam:Attach*", "iam:Create*", "iam:Delete*", "iam:Detach*", "iam:Put*", "iam:Update*"]
    resources = [for role in local.deploy_roles : "arn:${local.partition}:iam::${local.account_id}:role/${role}"]
  }

  dynamic "statement" {
    for_each = var.domain == null ? [] : [var.domain.hosted_zone_id]

    content {
      sid       = "ManageRecords"
      actions   = ["route53:ChangeResourceRecordSets", "route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:ListTagsForResource"]
      resources = ["arn:${local.partition}:route53:::hostedzone/${statement.value}"]
    }
  }

  dynamic "statement" {
    for_each = var.domain == null ? [] : [true]

    content {
      sid       = "FollowRecords"
      actions   = ["route53:GetChange", "route53:ListHostedZones"]
      resources = ["*"]
    }
  }
}

# Jenkins' alone: GitHub's roles get theirs from their module. The lock is beside the state, and only the lock is ever deleted.
data "aws_iam_policy_document" "state" {
  for_each = toset(var.state_bucket == null ? [] : [var.state_bucket])

  statement {
    sid       = "State"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["arn:${local.partition}:s3:::${each.value}/${var.state_key}"]
  }

  statement {
    sid       = "Lock"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = ["arn:${local.partition}:s3:::${each.value}/${var.state_key}.tflock"]
  }

  statement {
    sid       = "FindState"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${local.partition}:s3:::${each.value}"]
  }
}

data "aws_iam_policy_document" "release" {
  statement {
    sid       = "PublishSiteReleasesAndLedger"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = [for arn in [module.site.arn, module.releases.arn, module.ledger.arn] : "${arn}/*"]
  }

  statement {
    sid       = "ListThem"
    actions   = ["s3:ListBucket", "s3:GetBucketLocation"]
    resources = [module.site.arn, module.releases.arn, module.ledger.arn]
  }

  statement {
    sid       = "RunOnOwnInstances"
    actions   = ["ssm:SendCommand"]
    resources = ["arn:${local.partition}:ec2:${var.region}:${local.account_id}:instance/*"]

    condition {
      test     = "StringEquals"
      variable = "ssm:resourceTag/Project"
      values   = [var.name]
    }
  }

  statement {
    sid       = "RunScripts"
    actions   = ["ssm:SendCommand"]
    resources = ["arn:${local.partition}:ssm:${var.region}::document/AWS-RunShellScript"]
  }

  # Reading the answers of a command knows no resource.
  statement {
    sid       = "FollowCommands"
    actions   = ["ssm:DescribeInstanceInformation", "ssm:GetCommandInvocation", "ssm:ListCommandInvocations", "ssm:ListCommands"]
    resources = ["*"]
  }
}
