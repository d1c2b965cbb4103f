# What a deploy does (images, service, site, ledger, invalidation) is done with the services that Terraform manages, and
# is within what managed_services grants.
module "github" {
  source = "../../modules/github-oidc"
  count  = var.github_repository == null ? 0 : 1

  name            = var.name
  repository      = var.github_repository
  environments    = [var.environment]
  create_provider = var.github_create_provider

  state = var.state_bucket == null ? null : { bucket = var.state_bucket, key = var.state_key }

  managed_services = [
    "acm", "application-autoscaling", "apprunner", "cloudfront", "cloudwatch", "ec2", "ecr", "ecs", "elasticloadbalancing",
    "iam", "kms", "logs", "rds", "route53", "s3", "secretsmanager", "ssm",
  ]
}
