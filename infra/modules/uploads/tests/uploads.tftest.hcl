mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1", name = "us-east-1" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

variables {
  name   = "shop-uploads"
  bucket = "shop-uploads-123456789012"
}

run "by_default" {
  command = plan

  assert {
    condition     = var.archive_after_days == 90 && var.archive_storage_class == "GLACIER_IR" && var.deletion_protection
    error_message = "Into Glacier after 90 days, where a file can still be read."
  }

  assert {
    condition     = length(aws_s3_bucket_replication_configuration.this) == 0 && length(aws_iam_role.replication) == 0 && length(aws_s3_bucket_cors_configuration.this) == 0
    error_message = "Nothing is copied, and no page uploads directly, unless it is said."
  }
}

run "with_a_copy" {
  command = plan

  variables {
    replicate   = true
    replica_arn = "arn:aws:s3:::shop-uploads-replica-123456789012"
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].bucket == "arn:aws:s3:::shop-uploads-replica-123456789012" && aws_s3_bucket_replication_configuration.this[0].rule[0].delete_marker_replication[0].status == "Disabled"
    error_message = "Files are copied, deletions are not."
  }
}

run "no_copy_to_nowhere" {
  command = plan

  variables {
    replicate = true
  }

  expect_failures = [var.replica_arn]
}

run "no_class_that_is_not_glacier" {
  command = plan

  variables {
    archive_storage_class = "STANDARD_IA"
  }

  expect_failures = [var.archive_storage_class]
}
