output "endpoint" {
  description = "Address and port, as address:port."
  value       = aws_db_instance.this.endpoint
}

output "address" {
  description = "Host name."
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Port."
  value       = aws_db_instance.this.port
}

output "identifier" {
  description = "Identifier of the instance, as CloudWatch's DBInstanceIdentifier."
  value       = aws_db_instance.this.identifier
}

output "arn" {
  description = "ARN of the instance."
  value       = aws_db_instance.this.arn
}

output "security_group_id" {
  description = "Security group of the database."
  value       = aws_security_group.this.id
}

output "master_user_secret_arn" {
  description = "ARN of the Secrets Manager secret that holds {\"username\", \"password\"}; RDS rotates it."
  value       = one(aws_db_instance.this.master_user_secret[*].secret_arn)
}

output "database_name" {
  description = "Name of the database in the instance."
  value       = aws_db_instance.this.db_name
}

output "username" {
  description = "Name of the master user."
  value       = aws_db_instance.this.username
}
