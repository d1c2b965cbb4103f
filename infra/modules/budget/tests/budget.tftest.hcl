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
  name      = "shop"
  limit_usd = 265
  alarm_usd = 100
}

run "by_default" {
  command = plan

  assert {
    condition     = aws_cloudwatch_metric_alarm.charges.threshold == 100 && aws_cloudwatch_metric_alarm.charges.dimensions == tomap({ Currency = "USD" }) && aws_cloudwatch_metric_alarm.charges.namespace == "AWS/Billing"
    error_message = "The alarm is at 100 USD, and names the currency, without which there is no data."
  }

  assert {
    condition     = aws_budgets_budget.this.limit_amount == "265" && aws_budgets_budget.this.limit_unit == "USD" && aws_budgets_budget.this.time_unit == "MONTHLY"
    error_message = "The budget is 265 USD a month."
  }
}

run "nothing_to_spend" {
  command = plan

  variables {
    limit_usd = 0
  }

  expect_failures = [var.limit_usd]
}

run "another_region_has_no_charges" {
  command = plan

  override_data {
    target = data.aws_region.current
    values = { id = "eu-central-1", name = "eu-central-1" }
  }

  expect_failures = [aws_cloudwatch_metric_alarm.charges]
}
