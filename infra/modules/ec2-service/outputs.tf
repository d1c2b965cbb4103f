output "security_group_id" {
  description = "Security group of the instances."
  value       = aws_security_group.this.id

  # Whoever uses the group wants the rules with it.
  depends_on = [aws_vpc_security_group_ingress_rule.from]
}

output "role_name" {
  description = "Name of the instances' role."
  value       = aws_iam_role.this.name
}

output "role_arn" {
  description = "ARN of the instances' role."
  value       = aws_iam_role.this.arn
}

output "log_group" {
  description = "Log group of the instances."
  value       = aws_cloudwatch_log_group.this.name
}

output "launch_template_id" {
  description = "Id of the launch template; null without auto scaling."
  value       = one(aws_launch_template.this[*].id)
}

output "instance_ids" {
  description = "Ids of the fixed instances, by number; empty with auto scaling."
  value       = { for key, instance in aws_instance.fixed : key => instance.id }
}

output "auto_scaling_group_name" {
  description = "Name of the auto scaling group; null without one."
  value       = one(aws_autoscaling_group.this[*].name)
}

output "instance_tag_key" {
  description = "Tag that the instances are found by."
  value       = local.tag_key
}

output "instance_tag_value" {
  description = "Value of that tag."
  value       = local.tag_value
}
