locals {
  own_database   = var.mongo_url_secret_arn == null
  log_group_name = "/aws/ecs/${local.api}"

  environment = merge({
    NODE_ENV                 = "production"
    API_URL                  = "https://${local.api_domain_name}"
    WEB_URL                  = "https://${var.domain_name}"
    CORS_ORIGIN              = "https://${var.domain_name}"
    JWT_ACCESS_EXPIRES       = "15m"
    JWT_REFRESH_EXPIRES      = "7d"
    MAX_FILE_SIZE            = tostring(10 * 1024 * 1024)
    RATE_LIMIT_WINDOW_MS     = tostring(15 * 60 * 1000)
    RATE_LIMIT_MAX_REQUESTS  = "100"
    AWS_S3_BUCKET            = module.uploads.bucket
    AWS_S3_REGION            = var.region
    AWS_CLOUDWATCH_LOG_GROUP = local.log_group_name
  }, var.application_environment)

  secrets = merge(
    { for name, secret in aws_secretsmanager_secret.application : name => secret.arn },
    local.own_database ? {} : { DATABASE_URL = var.mongo_url_secret_arn },
  )

  database_egress = local.own_database ? {
    database = { port = module.database["documentdb"].port, security_group_id = module.database["documentdb"].security_group_id, cidr_ipv4 = null }
    } : {
    for cidr in var.mongo_cidrs : "mongo at ${cidr}" => { port = 27017, security_group_id = null, cidr_ipv4 = cidr }
  }
}

module "database" {
  for_each = toset(local.own_database ? ["documentdb"] : [])
  source   = "../../modules/document-db"

  name                       = "${var.name}-db"
  instance_class             = var.database_instance_class
  instances                  = var.database_instances
  vpc_id                     = module.network.vpc_id
  subnet_ids                 = module.network.private_subnet_ids
  allowed_security_group_ids = { api = module.api.security_group_id }
  backup_retention_days      = var.backup_retention_days
  deletion_protection        = var.deletion_protection
}

# Only the places for the values: they are put in by hand or by a deploy's secret step, never by Terraform, which would
# keep them in its state. With an external database, its URL is in the secret that was named.
resource "aws_secretsmanager_secret" "application" {
  for_each = setunion(var.secret_names, local.own_database ? ["DATABASE_URL"] : [])

  name                    = "${var.name}/${each.key}"
  description             = "${each.key} of ${local.api}"
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}
