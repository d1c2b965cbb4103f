mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

variables {
  name = "ship-cargo-111122223333"
}

run "private_versioned_encrypted_and_kept" {
  command = plan

  assert {
    condition     = aws_s3_bucket.this.bucket == "ship-cargo-111122223333" && !aws_s3_bucket.this.force_destroy
    error_message = "A full bucket is not destroyed."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "The bucket is versioned."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "The bucket is encrypted."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.this.block_public_acls,
      aws_s3_bucket_public_access_block.this.block_public_policy,
      aws_s3_bucket_public_access_block.this.ignore_public_acls,
      aws_s3_bucket_public_access_block.this.restrict_public_buckets,
    ])
    error_message = "Nothing of the bucket can be public."
  }

  assert {
    condition     = one(aws_s3_bucket_ownership_controls.this.rule).object_ownership == "BucketOwnerEnforced"
    error_message = "ACLs are off."
  }

  assert {
    condition     = data.aws_iam_policy_document.this.statement[0].effect == "Deny" && one(data.aws_iam_policy_document.this.statement[0].condition).variable == "aws:SecureTransport"
    error_message = "Requests without TLS are refused."
  }

  assert {
    condition     = one(aws_s3_bucket_lifecycle_configuration.this.rule).noncurrent_version_expiration[0].noncurrent_days == 30
    error_message = "Old versions are kept for thirty days."
  }
}

run "a_test_can_destroy_it" {
  command = plan

  variables {
    force_destroy = true
  }

  assert {
    condition     = aws_s3_bucket.this.force_destroy
    error_message = "The bucket goes with what is in it."
  }
}

run "a_name_with_capitals_is_refused" {
  command = plan

  variables {
    name = "Ship"
  }

  expect_failures = [var.name]
}

run "versions_kept_for_no_time_are_refused" {
  command = plan

  variables {
    old_version_days = 0
  }

  expect_failures = [var.old_version_days]
}

run "files_that_are_seldom_read_move_to_a_colder_class" {
  command = plan

  variables {
    archive          = { after_days = 90, storage_class = "GLACIER_IR" }
    old_version_days = 120
  }

  assert {
    condition     = one(one(aws_s3_bucket_lifecycle_configuration.this.rule).transition).days == 90 && one(one(aws_s3_bucket_lifecycle_configuration.this.rule).noncurrent_version_transition).storage_class == "GLACIER_IR"
    error_message = "Objects and their old versions move after 90 days."
  }
}
