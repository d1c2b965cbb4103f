output "stack" {
  description = "Name of the stack."
  value       = "ecommerce"
}

output "region" {
  description = "AWS region of the stack."
  value       = var.region
}

output "public_url" {
  description = "Where users reach the shop."
  value       = local.public_url
}

output "health_check_path" {
  description = "Path at which the backend says that it is well."
  value       = var.health_check_path
}

output "site_bucket" {
  description = "Bucket that the frontend instances copy the site from."
  value       = module.site.bucket
}

output "distribution_id" {
  description = "Always null: there is no CDN, the frontend instances serve the site."
  value       = null
}

output "ledger_bucket" {
  description = "Bucket of the release manifests and the deploy lock."
  value       = module.ledger.bucket
}

output "ledger_prefix" {
  description = "Prefix in that bucket."
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
  value       = "ec2"
}

output "release_bucket" {
  description = "Bucket that the backend instances fetch releases from."
  value       = module.releases.bucket
}

output "release_prefix" {
  description = "Prefix in that bucket: <prefix>/<release>.tar.gz."
  value       = local.release_prefix
}

output "instance_tag_key" {
  description = "Tag that the backend instances are found by."
  value       = module.backend.instance_tag_key
}

output "instance_tag_value" {
  description = "Value of that tag on backend instances."
  value       = module.backend.instance_tag_value
}

output "frontend_tag_value" {
  description = "Value of that tag on frontend instances, which run sync-site after a deploy."
  value       = module.frontend.instance_tag_value
}

output "monitoring_instance_id" {
  description = "Host of Grafana (3000) and Prometheus (9090), for Session Manager's port forwarding."
  value       = module.monitoring.instance_id
}

output "grafana_secret_arn" {
  description = "Secret with the password of Grafana's user admin."
  value       = module.monitoring.grafana_secret_arn
}

output "jenkins_instance_id" {
  description = "Host of Jenkins (8080), for Session Manager's port forwarding."
  value       = module.jenkins.instance_id
}

output "jenkins_secret_arn" {
  description = "Secret with the password of Jenkins' user admin."
  value       = module.jenkins.admin_secret_arn
}

output "deploy_role_arn" {
  description = "Role that GitHub's workflows deploy with; null without a repository."
  value       = one(module.github_oidc[*].deploy_role_arn)
}

output "plan_role_arn" {
  description = "Role that GitHub's workflows plan pull requests with; null without a repository."
  value       = one(module.github_oidc[*].plan_role_arn)
}
