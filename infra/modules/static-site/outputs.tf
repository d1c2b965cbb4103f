output "bucket" {
  description = "Name of the bucket that holds the site."
  value       = module.bucket.bucket
}

output "bucket_arn" {
  description = "ARN of the bucket that holds the site."
  value       = module.bucket.arn
}

output "distribution_id" {
  description = "Id of the distribution."
  value       = aws_cloudfront_distribution.this.id
}

output "distribution_arn" {
  description = "ARN of the distribution."
  value       = aws_cloudfront_distribution.this.arn
}

output "domain_name" {
  description = "The distribution's own host name, for alias records."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "hosted_zone_id" {
  description = "Route 53 zone of CloudFront, for alias records."
  value       = aws_cloudfront_distribution.this.hosted_zone_id
}

output "url" {
  description = "Where viewers find the site: its first alias, or the distribution's own name."
  value       = "https://${length(var.aliases) > 0 ? var.aliases[0] : aws_cloudfront_distribution.this.domain_name}"
}
