output "stack" {
  description = "Name of the stack."
  value       = "apprunner"
}

output "region" {
  description = "Region of the stack."
  value       = var.region
}

output "public_url" {
  description = "URL of the site."
  value       = "https://${local.site_domain}"

  # Nobody finds the site before its names are there.
  depends_on = [aws_route53_record.site]
}

output "health_check_path" {
  description = "Path below public_url where the API says whether it is healthy."
  value       = var.health_check_path
}

output "site_bucket" {
  description = "Bucket of the site."
  value       = module.site.bucket
}

output "ledger_bucket" {
  description = "Bucket of the ledger."
  value       = module.ledger.bucket
}

output "ledger_prefix" {
  description = "Prefix of the ledger in its bucket."
  value       = module.ledger.prefix
}

output "log_group" {
  description = "Log group of the API."
  value       = local.service.log_group
}

output "database_instance" {
  description = "RDS instance that holds the API's data."
  value       = module.database.identifier
}

output "service_host" {
  description = "Where the API runs: apprunner or ecs."
  value       = var.service_host
}

output "distribution_id" {
  description = "CloudFront distribution in front of the site."
  value       = module.site.distribution_id
}

output "repository_name" {
  description = "ECR repository of the API."
  value       = module.repository.name
}

output "repository_uri" {
  description = "Address of the repository, without a tag."
  value       = module.repository.uri
}

output "service_arn" {
  description = "App Runner service; null on ECS."
  value       = one(module.app_runner[*].service_arn)
}

output "image_role_arn" {
  description = "Role that App Runner pulls images with; a deploy names it together with the image. Null on ECS."
  value       = one(module.app_runner[*].access_role_arn)
}

output "cluster_name" {
  description = "ECS cluster; null on App Runner."
  value       = one(module.ecs_service[*].cluster_name)
}

output "service_name" {
  description = "ECS service; null on App Runner."
  value       = one(module.ecs_service[*].service_name)
}

output "container_name" {
  description = "Container of the task definition that runs the image; null on App Runner."
  value       = one(module.ecs_service[*].container_name)
}

output "api_url" {
  description = "URL of the API."
  value       = "https://${local.api_domain}"
}

output "name_servers" {
  description = "Name servers of the zone that this stack made, for the registrar; null with a zone that was there."
  value       = one(aws_route53_zone.this[*].name_servers)
}

output "vault_instance_id" {
  description = "Vault's host, for aws ssm start-session."
  value       = module.vault.instance_id
}

output "github_deploy_role_arn" {
  description = "Role that GitHub workflows take to deploy; null without github_repository."
  value       = one(module.github[*].deploy_role_arn)
}

output "github_plan_role_arn" {
  description = "Role that GitHub workflows take to plan a pull request; null without github_repository."
  value       = one(module.github[*].plan_role_arn)
}
