output "stack" {
  description = "Name of the stack."
  value       = var.name
}

output "region" {
  description = "Region of everything but what is global."
  value       = var.region
}

output "public_url" {
  description = "Where the application is, site and API."
  value       = module.site.url
}

output "health_check_path" {
  description = "Path below public_url where the backend says whether it is healthy."
  value       = var.health_check_path
}

output "site_bucket" {
  description = "Bucket of the static site."
  value       = module.site.bucket
}

output "distribution_id" {
  description = "CloudFront distribution in front of site and API."
  value       = module.site.distribution_id
}

output "ledger_bucket" {
  description = "Bucket of the release ledger."
  value       = module.ledger.bucket
}

output "ledger_prefix" {
  description = "Prefix of the ledger in its bucket."
  value       = module.ledger.prefix
}

output "log_group" {
  description = "Log group of the backend."
  value       = module.backend.log_group
}

output "database_instance" {
  description = "RDS instance that holds the backend's data."
  value       = module.database.identifier
}

output "service_host" {
  description = "What runs the backend."
  value       = "ecs"
}

output "repository_name" {
  description = "Name of the image repository."
  value       = module.repository.name
}

output "repository_uri" {
  description = "Address of the image repository, without a tag."
  value       = module.repository.uri
}

output "cluster_name" {
  description = "ECS cluster."
  value       = module.backend.cluster_name
}

output "service_name" {
  description = "ECS service."
  value       = module.backend.service_name
}

output "container_name" {
  description = "Container of the task definition that runs the backend's image."
  value       = module.backend.container_name
}

output "api_url" {
  description = "The load balancer's own address, past CloudFront."
  value       = "https://${local.api_domain_name}"
}

output "name_servers" {
  description = "Name servers that the registrar must be told; null when zone_id was given."
  value       = one(values(aws_route53_zone.this)[*].name_servers)
}

output "secret_names" {
  description = "Secrets that want a value before the backend can start."
  value       = sort([for secret in aws_secretsmanager_secret.application : secret.name])
}

output "database_admin_secret_arn" {
  description = "Secret with the name and the rotating password of the database's administrator."
  value       = module.database.master_user_secret_arn
}

output "database_endpoint" {
  description = "Address and port of the database, for DATABASE_URL."
  value       = module.database.endpoint
}

output "dashboard_name" {
  description = "CloudWatch dashboard."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}

output "deploy_role_arn" {
  description = "Role of the workflows that deploy; null without github_repository."
  value       = one(values(module.github)[*].deploy_role_arn)
}

output "plan_role_arn" {
  description = "Role of the workflows that plan pull requests; null without github_repository."
  value       = one(values(module.github)[*].plan_role_arn)
}
