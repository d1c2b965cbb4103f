output "bucket" {
  description = "Name of the bucket."
  value       = module.bucket.bucket
}

output "arn" {
  description = "ARN of the bucket; known once it keeps versions."
  value       = module.bucket.arn

  depends_on = [module.bucket]
}

output "policy_json" {
  description = "What an application that keeps its files here may do, as an IAM policy."
  value       = data.aws_iam_policy_document.application.json
}
