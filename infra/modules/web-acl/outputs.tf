output "arn" {
  description = "ARN of the web ACL."
  value       = aws_wafv2_web_acl.this.arn
}

output "name" {
  description = "Name of the web ACL, the WebACL dimension of its metrics."
  value       = aws_wafv2_web_acl.this.name
}

output "log_group" {
  description = "Log group of the requests that were blocked or counted."
  value       = aws_cloudwatch_log_group.this.name
}
