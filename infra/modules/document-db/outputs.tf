output "endpoint" {
  description = "Host name of the instance that writes."
  value       = aws_docdb_cluster.this.endpoint
}

output "reader_endpoint" {
  description = "Host name that spreads readers over the other instances."
  value       = aws_docdb_cluster.this.reader_endpoint
}

output "port" {
  description = "Port; TLS only."
  value       = local.port
}

output "identifier" {
  description = "Identifier of the cluster, CloudWatch's DBClusterIdentifier."
  value       = aws_docdb_cluster.this.cluster_identifier
}

output "arn" {
  description = "ARN of the cluster."
  value       = aws_docdb_cluster.this.arn
}

output "security_group_id" {
  description = "Security group of the cluster."
  value       = aws_security_group.this.id
}

output "master_user_secret_arn" {
  description = "ARN of the Secrets Manager secret with the administrator's name and password; DocumentDB rotates it."
  value       = one(aws_docdb_cluster.this.master_user_secret[*].secret_arn)
}
