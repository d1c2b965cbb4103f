output "topic_arn" {
  description = "ARN of the topic that budget and alarm publish to."
  value       = module.notifications.topic_arn
}

output "budget_name" {
  description = "Name of the budget."
  value       = aws_budgets_budget.this.name
}

output "alarm_name" {
  description = "Name of the billing alarm."
  value       = aws_cloudwatch_metric_alarm.charges.alarm_name
}
