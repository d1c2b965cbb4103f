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
  name                     = "shop"
  cluster_name             = "shop-cluster"
  service_name             = "shop-api"
  load_balancer_arn_suffix = "app/shop/1"
  target_group_arn_suffix  = "targetgroup/shop-api/2"
  log_group_name           = "/ecs/shop-api"
}

run "by_default" {
  command = plan

  assert {
    condition     = aws_cloudwatch_metric_alarm.errors.threshold == 5 && length(aws_cloudwatch_metric_alarm.errors.metric_query) == 4
    error_message = "Errors over 5 % of the requests."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.latency.extended_statistic == "p95" && aws_cloudwatch_metric_alarm.latency.threshold == 2
    error_message = "95th percentile over 2 s."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.memory.threshold == 80 && aws_cloudwatch_metric_alarm.cpu.threshold == 80 && aws_cloudwatch_metric_alarm.cpu.period == 300 && aws_cloudwatch_metric_alarm.disk["disk"].threshold == 80
    error_message = "Memory, CPU and disk over 80 %."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.downtime.treat_missing_data == "breaching" && aws_cloudwatch_metric_alarm.downtime.threshold == 1
    error_message = "No healthy task is downtime, and so is no news of one."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.named) == 0 && length(aws_cloudwatch_metric_alarm.pattern) == 0
    error_message = "Nothing else is watched unless it is named."
  }
}

run "named_ones" {
  command = plan

  variables {
    disk_percent = null
    metrics = {
      database-cpu = {
        description = "CPU"
        namespace   = "AWS/RDS"
        metric_name = "CPUUtilization"
        dimensions  = { DBInstanceIdentifier = "shop-db" }
        threshold   = 80
      }
    }
    log_patterns = {
      quota = { description = "Quota", pattern = "insufficient_quota" }
    }
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.named["database-cpu"].alarm_name == "shop-database-cpu" && aws_cloudwatch_metric_alarm.named["database-cpu"].statistic == "Average" && aws_cloudwatch_metric_alarm.named["database-cpu"].evaluation_periods == 5
    error_message = "A named alarm has sensible defaults."
  }

  assert {
    condition     = aws_cloudwatch_log_metric_filter.pattern["quota"].log_group_name == "/ecs/shop-api" && aws_cloudwatch_metric_alarm.pattern["quota"].threshold == 0
    error_message = "One log line is an alarm."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.disk) == 0
    error_message = "Without Container Insights nobody counts the disk."
  }
}

run "a_name_is_one_alarms" {
  command = plan

  variables {
    log_patterns = {
      errors = { description = "Errors", pattern = "ERROR" }
    }
  }

  expect_failures = [var.log_patterns]
}
