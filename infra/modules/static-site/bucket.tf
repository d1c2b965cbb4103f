data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  bucket     = "${var.name}-site-${data.aws_caller_identity.current.account_id}"
  bucket_arn = "arn:${data.aws_partition.current.partition}:s3:::${local.bucket}"
}

module "bucket" {
  source = "../private-bucket"

  name             = local.bucket
  force_destroy    = !var.deletion_protection
  old_version_days = var.old_version_days
  policy_json      = [data.aws_iam_policy_document.bucket.json]
}

data "aws_iam_policy_document" "bucket" {
  # Only this distribution reads, whatever other distributions the account has.
  statement {
    sid       = "ThisDistributionReads"
    actions   = ["s3:GetObject"]
    resources = ["${local.bucket_arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "AWS:SourceArn"
      values   = [aws_cloudfront_distribution.this.arn]
    }
  }

  # Without the right to list, S3 answers 403 for a file that is missing; with it, an honest 404.
  statement {
    sid       = "MissingFilesAreMissing"
    actions   = ["s3:ListBucket"]
    resources = [local.bucket_arn]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "AWS:SourceArn"
      values   = [aws_cloudfront_distribution.this.arn]
    }
  }
}
