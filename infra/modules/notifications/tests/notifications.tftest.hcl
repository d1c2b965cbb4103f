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
  name   = "shop-alarms"
  emails = ["ops@example.com", "boss@example.com"]
}

run "by_default" {
  command = plan

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_sns_topic.this.name == "shop-alarms"
    error_message = "The topic has a key of its own."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.email) == 2 && aws_sns_topic_subscription.email["ops@example.com"].protocol == "email"
    error_message = "Each address is told."
  }
}

run "no_address" {
  command = plan

  variables {
    emails = ["ops"]
  }

  expect_failures = [var.emails]
}

run "no_publisher_that_is_no_service" {
  command = plan

  variables {
    publishers = ["*"]
  }

  expect_failures = [var.publishers]
}
