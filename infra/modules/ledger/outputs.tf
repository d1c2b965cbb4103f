output "bucket" {
  description = "Name of the bucket."
  value       = module.bucket.bucket
}

output "arn" {
  description = "ARN of the bucket."
  value       = module.bucket.arn
}

output "prefix" {
  description = "Prefix of the release manifests and the deploy lock."
  value       = "ledger"
}
