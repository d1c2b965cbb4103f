module "github" {
  for_each = toset(var.github_repository == null ? [] : ["github"])
  source   = "../../modules/github-oidc"

  name            = var.name
  repository      = var.github_repository
  environments    = [var.environment]
  create_provider = var.create_github_provider

  state = var.state_bucket == null ? null : { bucket = var.state_bucket, key = var.state_key }

  managed_services = [
    "acm", "application-autoscaling", "cloudfront", "cloudwatch", "ec2", "ecr", "ecs", "elasticloadbalancing", "iam",
    "kms", "logs", "rds", "route53", "s3", "secretsmanager", "sns",
  ]
}
