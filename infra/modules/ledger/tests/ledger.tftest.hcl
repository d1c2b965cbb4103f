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

run "the_ledger_is_named_after_the_stack_and_the_account" {
  command = plan

  assert {
    condition     = output.bucket == "ship-ledger-111122223333"
    error_message = "The bucket's name holds the stack and the account."
  }

  assert {
    condition     = output.prefix == "ledger"
    error_message = "The prefix is the one that all stacks share."
  }
}

run "a_name_too_long_for_a_bucket_is_refused" {
  command = plan

  variables {
    name = "a-name-that-leaves-no-room-for-the-account-id-behind-it"
  }

  expect_failures = [var.name]
}
