output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.bucket
}

output "arn" {
  description = "ARN of the bucket; known once it keeps versions."
  value       = aws_s3_bucket.this.arn

  depends_on = [aws_s3_bucket_versioning.this]
}

output "policy_json" {
  description = "What an application that keeps its files here may do, as an IAM policy."
  value       = data.aws_iam_policy_document.application.json
}
