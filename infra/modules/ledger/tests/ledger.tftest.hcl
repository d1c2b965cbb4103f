mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

variables {
  name = "ship"
}

run "private_versioned_encrypted_and_kept" {
  command = plan

  assert {
    condition     = aws_s3_bucket.this.bucket == "ship-ledger-111122223333" && !aws_s3_bucket.this.force_destroy
    error_message = "The bucket's name holds the account, and a full bucket is not destroyed."
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
    condition     = data.aws_iam_policy_document.this.statement[0].effect == "Deny" && one(data.aws_iam_policy_document.this.statement[0].condition).variable == "aws:SecureTransport"
    error_message = "Requests without TLS are refused."
  }

  assert {
    condition     = output.prefix == "ledger"
    error_message = "The prefix is the one that all stacks share."
  }
}

run "a_test_can_destroy_it" {
  command = plan

  variables {
    deletion_protection = false
  }

  assert {
    condition     = aws_s3_bucket.this.force_destroy
    error_message = "Without protection the bucket goes with what is in it."
  }
}

run "a_name_too_long_for_a_bucket_is_refused" {
  command = plan

  variables {
    name = "a-name-that-leaves-no-room-for-the-account-id-behind-it"
  }

  expect_failures = [var.name]
}
