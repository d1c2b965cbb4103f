module "notifications" {
  source = "../notifications"

  name   = "${var.name}-alarms"
  emails = var.emails
}

locals {
  actions = [module.notifications.topic_arn]

  service = {
    ClusterName = var.cluster_name
    ServiceName = var.service_name
  }

  target_group = {
    LoadBalancer = var.load_balancer_arn_suffix
    TargetGroup  = var.target_group_arn_suffix
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${var.name}-errors"
  alarm_description   = "More than ${var.error_rate} % of the requests end in an error of the server"
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.error_rate
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.actions
  ok_actions          = local.actions

  # Both kinds count: what the service answered, and what the load balancer answered because no task could.
  metric_query {
    id          = "rate"
    label       = "Errors (%)"
    expression  = "IF(requests > 0, 100 * (FILL(target, 0) + FILL(balancer, 0)) / requests, 0)"
    return_data = true
  }

  metric_query {
    id = "target"

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "HTTPCode_Target_5XX_Count"
      dimensions  = { LoadBalancer = var.load_balancer_arn_suffix }
      period      = 60
      stat        = "Sum"
    }
  }

  metric_query {
    id = "balancer"

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "HTTPCode_ELB_5XX_Count"
      dimensions  = { LoadBalancer = var.load_balancer_arn_suffix }
      period      = 60
      stat        = "Sum"
    }
  }

  metric_query {
    id = "requests"

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "RequestCount"
      dimensions  = { LoadBalancer = var.load_balancer_arn_suffix }
      period      = 60
      stat        = "Sum"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "latency" {
  alarm_name          = "${var.name}-latency"
  alarm_description   = "One answer in twenty takes longer than ${var.p95_seconds} s"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "TargetResponseTime"
  extended_statistic  = "p95"
  dimensions          = local.target_group
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.p95_seconds
  treat_missing_data  = "notBreaching"
  # With a handful of requests a percentile says nothing.
  evaluate_low_sample_count_percentiles = "ignore"
  alarm_actions                         = local.actions
  ok_actions                            = local.actions
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  alarm_name          = "${var.name}-memory"
  alarm_description   = "The tasks use more than ${var.memory_percent} % of their memory"
  namespace           = "AWS/ECS"
  metric_name         = "MemoryUtilization"
  statistic           = "Average"
  dimensions          = local.service
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.memory_percent
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.actions
  ok_actions          = local.actions
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "${var.name}-cpu"
  alarm_description   = "The tasks use more than ${var.cpu_percent} % of their CPU"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  dimensions          = local.service
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.cpu_percent
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.actions
  ok_actions          = local.actions
}

resource "aws_cloudwatch_metric_alarm" "disk" {
  for_each = toset(var.disk_percent == null ? [] : ["disk"])

  alarm_name          = "${var.name}-disk"
  alarm_description   = "The tasks use more than ${var.disk_percent} % of their storage"
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.disk_percent
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.actions
  ok_actions          = local.actions

  metric_query {
    id          = "share"
    label       = "Storage (%)"
    expression  = "100 * used / reserved"
    return_data = true
  }

  metric_query {
    id = "used"

    metric {
      namespace   = "ECS/ContainerInsights"
      metric_name = "EphemeralStorageUtilized"
      dimensions  = local.service
      period      = 300
      stat        = "Sum"
    }
  }

  metric_query {
    id = "reserved"

    metric {
      namespace   = "ECS/ContainerInsights"
      metric_name = "EphemeralStorageReserved"
      dimensions  = local.service
      period      = 300
      stat        = "Sum"
    }
  }
}

# Down: not one task answers its health check. Missing data is a breach, for without targets there is no data.
resource "aws_cloudwatch_metric_alarm" "downtime" {
  alarm_name          = "${var.name}-down"
  alarm_description   = "No task is healthy"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Maximum"
  dimensions          = local.target_group
  period              = 60
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
  alarm_actions       = local.actions
  ok_actions          = local.actions
}

resource "aws_cloudwatch_metric_alarm" "named" {
  for_each = var.metrics

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric_name
  statistic           = each.value.statistic
  dimensions          = each.value.dimensions
  period              = 60
  evaluation_periods  = each.value.minutes
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  treat_missing_data  = each.value.missing_data
  alarm_actions       = local.actions
  ok_actions          = local.actions
}

resource "aws_cloudwatch_log_metric_filter" "pattern" {
  for_each = var.log_patterns

  name           = "${var.name}-${each.key}"
  log_group_name = var.log_group_name
  pattern        = each.value.pattern

  metric_transformation {
    namespace     = var.name
    name          = each.key
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "pattern" {
  for_each = var.log_patterns

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = aws_cloudwatch_log_metric_filter.pattern[each.key].metric_transformation[0].namespace
  metric_name         = aws_cloudwatch_log_metric_filter.pattern[each.key].metric_transformation[0].name
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.actions
}
