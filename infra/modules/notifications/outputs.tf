output "topic_arn" {
  description = "ARN of the topic; known once its policy is in place."
  value       = aws_sns_topic_policy.this.arn
}
