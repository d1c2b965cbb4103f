resource "aws_cloudwatch_log_group" "api" {
  name              = local.log_group
  retention_in_days = var.log_retention_days
}

resource "aws_sns_topic" "alarms" {
  for_each = var.alarm_email == null ? toset([]) : toset(["email"])

  name = "${var.name}-alarms"
}

resource "aws_sns_topic_subscription" "alarms" {
  for_each = aws_sns_topic.alarms

  topic_arn = each.value.arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

locals {
  alarm_actions = [for topic in aws_sns_topic.alarms : topic.arn]
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "${var.name}-api-cpu"
  alarm_description   = "The API's instance has been busy for ten minutes"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  dimensions          = { InstanceId = aws_instance.api.id }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions
}

# The hardware under the instance failed: EC2 moves it to other hardware, with its address and its disk.
resource "aws_cloudwatch_metric_alarm" "system_check" {
  alarm_name          = "${var.name}-api-system-check"
  alarm_description   = "The hardware of the API's instance failed; EC2 recovers it"
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed_System"
  dimensions          = { InstanceId = aws_instance.api.id }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  alarm_actions       = concat(["arn:${local.partition}:automate:${var.region}:ec2:recover"], local.alarm_actions)
}

resource "aws_cloudwatch_metric_alarm" "disk" {
  alarm_name          = "${var.name}-api-disk"
  alarm_description   = "The disk of the API's instance is nearly full"
  namespace           = "CWAgent"
  metric_name         = "disk_used_percent"
  dimensions          = { InstanceId = aws_instance.api.id, path = "/" }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 85
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "database_storage" {
  alarm_name          = "${var.name}-database-storage"
  alarm_description   = "The database has less than 2 GiB of storage left"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  dimensions          = { DBInstanceIdentifier = module.database.identifier }
  statistic           = "Minimum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 2147483648
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions
}
