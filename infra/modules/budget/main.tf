# Billing metrics are in us-east-1 only, and an alarm's topic must be in the alarm's region: hand this module a provider
# of that region. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitor_estimated_charges_with_cloudwatch.html
data "aws_region" "current" {}

module "notifications" {
  source = "../notifications"

  name       = "${var.name}-cost"
  publishers = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"]
  emails     = var.emails
}

resource "aws_budgets_budget" "this" {
  name         = "${var.name}-monthly"
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_amount = tostring(var.limit_usd)
  limit_unit   = "USD"

  dynamic "notification" {
    for_each = var.notifications

    content {
      notification_type         = notification.value.type
      comparison_operator       = "GREATER_THAN"
      threshold                 = notification.value.percent
      threshold_type            = "PERCENTAGE"
      subscriber_sns_topic_arns = [module.notifications.topic_arn]
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "charges" {
  alarm_name          = "${var.name}-monthly-cost"
  alarm_description   = "The account's charges of this month exceed ${var.alarm_usd} USD"
  namespace           = "AWS/Billing"
  metric_name         = "EstimatedCharges"
  dimensions          = { Currency = "USD" }
  statistic           = "Maximum"
  period              = 86400
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.alarm_usd
  treat_missing_data  = "notBreaching"
  alarm_actions       = [module.notifications.topic_arn]

  lifecycle {
    precondition {
      condition     = data.aws_region.current.name == "us-east-1"
      error_message = "AWS publishes charges in us-east-1 only; pass this module a provider of that region."
    }
  }
}
