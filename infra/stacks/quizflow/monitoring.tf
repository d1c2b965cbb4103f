module "alarms" {
  source = "../../modules/alarms"

  name                     = var.name
  emails                   = var.alarm_emails
  cluster_name             = module.api.cluster_name
  service_name             = module.api.service_name
  load_balancer_arn_suffix = module.load_balancer.arn_suffix
  target_group_arn_suffix  = module.api.target_group_arn_suffix
  log_group_name           = module.api.log_group
  error_rate               = var.alarm_error_rate
  p95_seconds              = var.alarm_p95_seconds
  memory_percent           = var.alarm_memory_percent

  metrics = local.own_database ? {
    database-unreachable = {
      description  = "Nobody is connected to the database: the API cannot reach it, or does not run"
      namespace    = "AWS/DocDB"
      metric_name  = "DatabaseConnections"
      statistic    = "Maximum"
      dimensions   = { DBClusterIdentifier = module.database["documentdb"].identifier }
      comparison   = "LessThanThreshold"
      threshold    = 1
      missing_data = "breaching"
    }
    database-cpu = {
      description  = "The database uses more than 80 % of its CPU"
      namespace    = "AWS/DocDB"
      metric_name  = "CPUUtilization"
      statistic    = "Average"
      dimensions   = { DBClusterIdentifier = module.database["documentdb"].identifier }
      comparison   = "GreaterThanThreshold"
      threshold    = 80
      missing_data = "notBreaching"
    }
  } : {}

  log_patterns = {
    database-connection = {
      description = "The API could not reach its database"
      pattern     = "?MongoServerError ?MongoNetworkError ?\"Server selection timeout\" ?\"Can't reach database server\""
    }
    openai-quota = {
      description = "OpenAI refuses because the quota is used up"
      pattern     = "?insufficient_quota ?\"exceeded your current quota\""
    }
  }
}
