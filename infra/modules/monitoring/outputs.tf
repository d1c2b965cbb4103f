output "security_group_id" {
  description = "Security group of the host; what is scraped lets it in on port 9100."
  value       = module.host.security_group_id
}

output "instance_id" {
  description = "Id of the host, for Session Manager's port forwarding to 3000 (Grafana) and 9090 (Prometheus)."
  value       = module.host.instance_ids["1"]
}

output "grafana_secret_arn" {
  description = "Secret with the password of Grafana's user admin."
  value       = aws_secretsmanager_secret.grafana.arn
}

output "log_group" {
  description = "Log group of the host."
  value       = module.host.log_group
}
