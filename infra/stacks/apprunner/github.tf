data "aws_partition" "current" {}

data "aws_iam_policy_document" "state" {
  count = var.state_bucket == null ? 0 : 1

  statement {
    sid       = "StateAndItsLock"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.state_bucket}/*"]
  }

  statement {
    sid       = "FindState"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.state_bucket}"]
  }
}

# A pull request's plan reads the state and takes the lock; it must not be able to write a state.
data "aws_iam_policy_document" "lock" {
  count = var.state_bucket == null ? 0 : 1

  statement {
    sid       = "Lock"
    actions   = ["s3:DeleteObject", "s3:PutObject"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.state_bucket}/*.tflock"]
  }
}

# What a deploy does (images, service, site, ledger, invalidation) is done with the services that Terraform manages, and
# is within what managed_services grants.
module "github" {
  source = "../../modules/github-oidc"
  count  = var.github_repository == null ? 0 : 1

  name            = var.name
  repository      = var.github_repository
  environments    = [var.environment]
  create_provider = var.github_create_provider
  policy_json     = { for document in data.aws_iam_policy_document.state : "state" => document.json }

  plan_policy_json = { for document in data.aws_iam_policy_document.lock : "lock" => document.json }

  managed_services = [
    "acm", "application-autoscaling", "apprunner", "cloudfront", "cloudwatch", "ec2", "ecr", "ecs", "elasticloadbalancing",
    "iam", "kms", "logs", "rds", "route53", "s3", "secretsmanager", "ssm",
  ]
}
