output "instance_id" {
  description = "Id of the host, for Session Manager's port forwarding to 8080."
  value       = module.host.instance_ids["1"]
}

output "security_group_id" {
  description = "Security group of the host."
  value       = module.host.security_group_id
}

output "role_arn" {
  description = "Role that the pipeline deploys with."
  value       = module.host.role_arn
}

output "admin_secret_arn" {
  description = "Secret with the password of Jenkins' user admin."
  value       = aws_secretsmanager_secret.this["ADMIN_PASSWORD"].arn
}

output "log_group" {
  description = "Log group of the host."
  value       = module.host.log_group
}

output "service_tag_value" {
  description = "Value of the tag Service on the host."
  value       = module.host.instance_tag_value
}
