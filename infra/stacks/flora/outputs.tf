output "stack" {
  description = "Name of the stack."
  value       = var.name
}

output "region" {
  description = "AWS region."
  value       = var.region
}

output "public_url" {
  description = "Where users find the application."
  value       = module.site.url
}

output "health_check_path" {
  description = "Path under public_url that answers 2xx when the API is healthy."
  value       = var.health_check_path
}

output "site_bucket" {
  description = "Bucket of the site."
  value       = module.site.bucket
}

output "distribution_id" {
  description = "CloudFront distribution."
  value       = module.site.distribution_id
}

output "ledger_bucket" {
  description = "Bucket of the release manifests and the deploy lock."
  value       = module.ledger.bucket
}

output "ledger_prefix" {
  description = "Prefix in the ledger bucket."
  value       = module.ledger.prefix
}

output "log_group" {
  description = "CloudWatch log group of the API."
  value       = aws_cloudwatch_log_group.api.name
}

output "database_instance" {
  description = "RDS instance that holds the API's data."
  value       = module.database.identifier
}

output "service_host" {
  description = "What the API runs on."
  value       = "ec2"
}

output "release_bucket" {
  description = "Bucket from which instances fetch releases."
  value       = module.releases.bucket
}

output "release_prefix" {
  description = "Prefix of the releases: <prefix>/<release>.tar.gz."
  value       = local.release_prefix
}

output "instance_tag_key" {
  description = "Instances with this tag run the API."
  value       = "Service"
}

output "instance_tag_value" {
  description = "Value of the tag."
  value       = local.service_tag
}

output "parameter_path" {
  description = "Path under which the API's secrets and settings are."
  value       = local.parameter_path
}

output "instance_id" {
  description = "The API's instance, for `aws ssm start-session --target`."
  value       = aws_instance.api.id
}

output "files_bucket" {
  description = "Bucket of uploaded files."
  value       = module.files.bucket
}

output "github_deploy_role_arn" {
  description = "Role of the deploying workflow."
  value       = one(module.github[*].deploy_role_arn)
}

output "github_plan_role_arn" {
  description = "Role of the planning workflow."
  value       = one(module.github[*].plan_role_arn)
}
