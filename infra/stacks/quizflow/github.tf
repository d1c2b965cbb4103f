# The state's bucket is not of this stack: the workflows get it by name.
data "aws_iam_policy_document" "state" {
  statement {
    sid       = "StateAndItsLock"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${coalesce(var.state_bucket, "none")}/*"]
  }

  statement {
    sid       = "FindTheState"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${coalesce(var.state_bucket, "none")}"]
  }
}

module "github" {
  for_each = toset(var.github_repository == null ? [] : ["github"])
  source   = "../../modules/github-oidc"

  name             = var.name
  repository       = var.github_repository
  environments     = [var.environment]
  create_provider  = var.create_github_provider
  policy_json      = { state = data.aws_iam_policy_document.state.json }
  plan_policy_json = { state = data.aws_iam_policy_document.state.json }

  managed_services = [
    "acm", "application-autoscaling", "cloudfront", "cloudwatch", "ec2", "ecr", "ecs", "elasticloadbalancing", "iam",
    "kms", "logs", "rds", "route53", "s3", "secretsmanager", "sns",
  ]
}
