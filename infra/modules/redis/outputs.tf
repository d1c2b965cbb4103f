output "address" {
  description = "Host name of the node that writes; stays the same through a failover."
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}

output "port" {
  description = "Port; TLS only."
  value       = local.port
}

output "id" {
  description = "Id of the replication group."
  value       = aws_elasticache_replication_group.this.replication_group_id
}

output "member_clusters" {
  description = "Ids of the nodes, CloudWatch's CacheClusterId."
  value       = aws_elasticache_replication_group.this.member_clusters
}

output "security_group_id" {
  description = "Security group of the cache."
  value       = aws_security_group.this.id
}

output "username" {
  description = "User that the application signs in as; null with authentication \"network\"."
  value       = local.iam ? aws_elasticache_user.application[0].user_name : null
}

output "policy_json" {
  description = "IAM policy that lets a role connect as that user; null with authentication \"network\"."
  value       = local.iam ? data.aws_iam_policy_document.connect[0].json : null
}
