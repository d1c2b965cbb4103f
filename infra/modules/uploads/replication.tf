# The copy is a second instance of this module, made with a provider of the other region. Deletions are not copied: whoever
# empties the first bucket has not emptied the second.
data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "assume" {
  count = var.replicate ? 1 : 0

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

# https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
data "aws_iam_policy_document" "replication" {
  count = var.replicate ? 1 : 0

  statement {
    sid       = "ReadConfiguration"
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [module.bucket.arn]
  }

  statement {
    sid       = "ReadVersions"
    actions   = ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"]
    resources = ["${module.bucket.arn}/*"]
  }

  statement {
    sid       = "WriteCopies"
    actions   = ["s3:ReplicateObject", "s3:ReplicateTags"]
    resources = ["${var.replica_arn}/*"]
  }
}

resource "aws_iam_role" "replication" {
  count = var.replicate ? 1 : 0

  name               = "${var.name}-replication"
  description        = "Lets S3 copy ${var.bucket} to another region"
  assume_role_policy = data.aws_iam_policy_document.assume[0].json
}

resource "aws_iam_role_policy" "replication" {
  count = var.replicate ? 1 : 0

  name   = "replicate"
  role   = aws_iam_role.replication[0].id
  policy = data.aws_iam_policy_document.replication[0].json
}

resource "aws_s3_bucket_replication_configuration" "this" {
  count = var.replicate ? 1 : 0

  bucket = module.bucket.bucket
  role   = aws_iam_role.replication[0].arn

  rule {
    id     = "all"
    status = "Enabled"

    filter {}

    delete_marker_replication {
      status = "Disabled"
    }

    destination {
      bucket        = var.replica_arn
      storage_class = "STANDARD_IA"
    }
  }

  # Both ends must keep versions before S3 takes the configuration; the other end's ARN is known only when it does.
  depends_on = [module.bucket, aws_iam_role_policy.replication]
}
