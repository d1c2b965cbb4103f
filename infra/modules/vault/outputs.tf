output "address" {
  description = "VAULT_ADDR: URL of Vault's API. Its certificate is signed by the authority in authority_parameter_arn."
  value       = "https://${aws_network_interface.this.private_ip}:${local.port}"
}

output "security_group_id" {
  description = "Security group of the host."
  value       = aws_security_group.this.id
}

output "authority_parameter_arn" {
  description = "ARN of the SSM parameter that holds the certificate that clients trust, as PEM."
  value       = aws_ssm_parameter.authority.arn
}

output "recovery_secret_arn" {
  description = "ARN of the secret that the host puts the recovery key into."
  value       = aws_secretsmanager_secret.recovery.arn
}

output "instance_id" {
  description = "Id of the host, for aws ssm start-session."
  value       = aws_instance.this.id
}

output "role_arn" {
  description = "ARN of the host's role."
  value       = aws_iam_role.this.arn
}

output "audit_log_group" {
  description = "Log group of the audit log."
  value       = aws_cloudwatch_log_group.audit.name
}
