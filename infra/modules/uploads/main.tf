module "bucket" {
  source = "../private-bucket"

  name             = var.bucket
  force_destroy    = !var.deletion_protection
  old_version_days = var.archive_after_days + var.noncurrent_retention_days
  archive          = { after_days = var.archive_after_days, storage_class = var.archive_storage_class }
}

resource "aws_s3_bucket_cors_configuration" "this" {
  count = length(var.cors_origins) > 0 ? 1 : 0

  bucket = module.bucket.bucket

  cors_rule {
    allowed_origins = var.cors_origins
    allowed_methods = ["GET", "HEAD", "POST", "PUT"]
    allowed_headers = ["*"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3600
  }
}

# What an application that keeps its files here needs; the caller attaches it to the application's role.
data "aws_iam_policy_document" "application" {
  statement {
    sid       = "ListUploads"
    actions   = ["s3:ListBucket"]
    resources = [module.bucket.arn]
  }

  statement {
    sid       = "KeepUploads"
    actions   = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = ["${module.bucket.arn}/*"]
  }
}
