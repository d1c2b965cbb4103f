module "alarms" {
  source = "../../modules/alarms"

  name                     = var.name
  emails                   = var.alarm_emails
  cluster_name             = module.backend.cluster_name
  service_name             = module.backend.service_name
  load_balancer_arn_suffix = module.load_balancer.arn_suffix
  target_group_arn_suffix  = module.backend.target_group_arn_suffix
  log_group_name           = module.backend.log_group
  cpu_percent              = 80

  metrics = {
    database-cpu = {
      description = "The database uses more than 80 % of its CPU"
      namespace   = "AWS/RDS"
      metric_name = "CPUUtilization"
      dimensions  = { DBInstanceIdentifier = module.database.identifier }
      threshold   = 80
    }
    database-storage = {
      description = "Less than a fifth of the database's first storage is free"
      namespace   = "AWS/RDS"
      metric_name = "FreeStorageSpace"
      statistic   = "Minimum"
      dimensions  = { DBInstanceIdentifier = module.database.identifier }
      comparison  = "LessThanThreshold"
      threshold   = var.database_storage * 1024 * 1024 * 1024 / 5
    }
    cache-memory = {
      description = "The cache's first node uses more than 80 % of its memory and will evict"
      namespace   = "AWS/ElastiCache"
      metric_name = "DatabaseMemoryUsagePercentage"
      dimensions  = { CacheClusterId = "${module.cache.id}-001" }
      threshold   = 80
    }
  }

  log_patterns = {
    database-connection = {
      description = "The backend could not reach its database"
      pattern     = "?ECONNREFUSED ?\"Connection terminated\" ?\"Can't reach database server\" ?\"too many clients\""
    }
  }
}

module "budget" {
  source    = "../../modules/budget"
  providers = { aws = aws.us_east_1 }

  name      = var.name
  limit_usd = var.budget_usd
  alarm_usd = var.billing_alarm_usd
  emails    = var.alarm_emails
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = "${upper(var.name)}-Monitoring"

  dashboard_body = jsonencode({
    widgets = [
      {
        type   = "metric"
        x      = 0
        y      = 0
        width  = 12
        height = 6
        properties = {
          metrics = [
            ["AWS/ECS", "CPUUtilization", "ServiceName", module.backend.service_name, "ClusterName", module.backend.cluster_name],
            [".", "MemoryUtilization", ".", ".", ".", "."],
          ]
          period = 300
          stat   = "Average"
          region = var.region
          title  = "ECS Service Metrics"
        }
      },
      {
        type   = "metric"
        x      = 12
        y      = 0
        width  = 12
        height = 6
        properties = {
          metrics = [
            ["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", module.database.identifier],
            [".", "DatabaseConnections", ".", "."],
            [".", "FreeableMemory", ".", "."],
          ]
          period = 300
          stat   = "Average"
          region = var.region
          title  = "RDS Database Metrics"
        }
      },
    ]
  })
}
