output "service_arn" {
  description = "ARN of the service."
  value       = aws_apprunner_service.this.arn
}

output "service_name" {
  description = "Name of the service."
  value       = aws_apprunner_service.this.service_name
}

output "service_url" {
  description = "App Runner's own URL of the service, with the scheme."
  value       = "https://${aws_apprunner_service.this.service_url}"
}

output "url" {
  description = "URL that clients use: the custom domain's where there is one. Without a slash at the end."
  value       = var.custom_domain == null ? "https://${aws_apprunner_service.this.service_url}" : "https://${var.custom_domain.name}"
}

output "log_group" {
  description = "Log group of the program. App Runner makes it, and names it after the service's id."
  value       = "/aws/apprunner/${aws_apprunner_service.this.service_name}/${aws_apprunner_service.this.service_id}/application"
}

output "security_group_id" {
  description = "Security group of the VPC connector: the source that databases and the like let in."
  value       = aws_security_group.connector.id
}

output "access_role_arn" {
  description = "ARN of the role that pulls images; a deploy names it together with an image of a private repository."
  value       = aws_iam_role.access.arn
}

output "instance_role_arn" {
  description = "ARN of the program's role."
  value       = aws_iam_role.instance.arn
}
