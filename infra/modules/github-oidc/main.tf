data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  host         = "token.actions.githubusercontent.com"
  provider_arn = var.create_provider ? aws_iam_openid_connect_provider.github["github"].arn : data.aws_iam_openid_connect_provider.github["github"].arn

  # What GitHub writes into a token's subject:
  # https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
  deploy_subjects = concat(
    [for environment in sort(var.environments) : "repo:${var.repository}:environment:${environment}"],
    [for branch in sort(var.branches) : "repo:${var.repository}:ref:refs/heads/${branch}"],
  )
  plan_subjects = ["repo:${var.repository}:pull_request"]

  iam_arn     = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}"
  deploy_role = "${var.name}-github-deploy"
  plan_role   = "${var.name}-github-plan"

  state_arn = var.state == null ? null : "arn:${data.aws_partition.current.partition}:s3:::${var.state.bucket}/${var.state.key}"
}

# No thumbprint: IAM trusts GitHub's certificate through its own list of authorities.
resource "aws_iam_openid_connect_provider" "github" {
  for_each = var.create_provider ? toset(["github"]) : toset([])

  url            = "https://${local.host}"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_openid_connect_provider" "github" {
  for_each = var.create_provider ? toset([]) : toset(["github"])

  url = "https://${local.host}"
}

data "aws_iam_policy_document" "trust" {
  for_each = { deploy = local.deploy_subjects, plan = local.plan_subjects }

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.host}:aud"
      values   = ["sts.amazonaws.com"]
    }

    # StringEquals: with StringLike a branch named by an attacker could match.
    condition {
      test     = "StringEquals"
      variable = "${local.host}:sub"
      values   = each.value
    }
  }
}

resource "aws_iam_role" "deploy" {
  name                 = local.deploy_role
  description          = "Deploys ${var.name} from ${var.repository}"
  assume_role_policy   = data.aws_iam_policy_document.trust["deploy"].json
  max_session_duration = 7200

  lifecycle {
    precondition {
      condition     = length(var.environments) + length(var.branches) > 0
      error_message = "Name an environment or a branch that may deploy."
    }
  }
}

resource "aws_iam_role_policy" "deploy" {
  for_each = var.policy_json

  name   = each.key
  role   = aws_iam_role.deploy.id
  policy = each.value
}

resource "aws_iam_role_policy" "manage" {
  for_each = length(var.managed_services) > 0 ? toset(["manage-infrastructure"]) : toset([])

  name   = each.key
  role   = aws_iam_role.deploy.id
  policy = data.aws_iam_policy_document.manage.json
}

resource "aws_iam_role_policy" "state" {
  for_each = data.aws_iam_policy_document.state

  name   = "terraform-state"
  role   = aws_iam_role.deploy.id
  policy = each.value.json
}

resource "aws_iam_role" "plan" {
  name               = local.plan_role
  description        = "Plans ${var.name} for pull requests of ${var.repository}; changes nothing"
  assume_role_policy = data.aws_iam_policy_document.trust["plan"].json
}

resource "aws_iam_role_policy_attachment" "plan" {
  role       = aws_iam_role.plan.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy" "plan_limits" {
  name   = "no-user-data"
  role   = aws_iam_role.plan.id
  policy = data.aws_iam_policy_document.plan_limits.json
}

resource "aws_iam_role_policy" "plan" {
  for_each = var.plan_policy_json

  name   = each.key
  role   = aws_iam_role.plan.id
  policy = each.value
}

resource "aws_iam_role_policy" "lock" {
  for_each = data.aws_iam_policy_document.lock

  name   = "terraform-lock"
  role   = aws_iam_role.plan.id
  policy = each.value.json
}
