output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_ecs_cluster.this.name
}

output "service_name" {
  description = "Name of the service."
  value       = aws_ecs_service.this.name
}

output "container_name" {
  description = "Name of the application's container in the task definition."
  value       = var.name
}

output "task_family" {
  description = "Family of the task definitions."
  value       = aws_ecs_task_definition.this.family
}

output "log_group" {
  description = "Log group of the containers."
  value       = aws_cloudwatch_log_group.this.name
}

output "security_group_id" {
  description = "Security group of the tasks; databases let it in, the load balancer may reach it."
  value       = aws_security_group.this.id
}

output "target_group_arn" {
  description = "ARN of the target group."
  value       = aws_lb_target_group.this.arn
}

output "target_group_arn_suffix" {
  description = "The part of the ARN that CloudWatch uses as the TargetGroup dimension."
  value       = aws_lb_target_group.this.arn_suffix
}

output "task_role_arn" {
  description = "ARN of the application's role."
  value       = aws_iam_role.task.arn
}

output "execution_role_arn" {
  description = "ARN of the role that ECS starts tasks with."
  value       = aws_iam_role.execution.arn
}
