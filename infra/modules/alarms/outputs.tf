output "topic_arn" {
  description = "ARN of the topic that the alarms publish to."
  value       = module.notifications.topic_arn
}
