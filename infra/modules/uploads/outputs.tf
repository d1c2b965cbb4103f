output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.bucket
}

output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "replica_bucket" {
  description = "Name of the second copy; null without one."
  value       = one(values(aws_s3_bucket.replica)[*].bucket)
}

output "policy_json" {
  description = "What an application that keeps its files here may do, as an IAM policy."
  value       = data.aws_iam_policy_document.application.json
}
