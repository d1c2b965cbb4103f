module "database" {
  source = "../../modules/database"

  name                  = "${var.name}-db"
  engine                = "postgres"
  engine_version        = var.database_version
  instance_class        = var.database_instance_class
  allocated_storage     = var.database_storage
  max_allocated_storage = var.database_max_storage
  multi_az              = true

  vpc_id                     = module.network.vpc_id
  subnet_ids                 = module.network.private_subnet_ids
  allowed_security_group_ids = { backend = module.backend.security_group_id }

  database_name         = var.database_name
  username              = "cpm_admin"
  performance_insights  = true
  backup_retention_days = var.backup_retention_days
  deletion_protection   = var.deletion_protection
}

module "cache" {
  source = "../../modules/redis"

  name                       = "${var.name}-redis"
  node_type                  = var.cache_node_type
  authentication             = var.cache_authentication
  vpc_id                     = module.network.vpc_id
  subnet_ids                 = module.network.private_subnet_ids
  allowed_security_group_ids = { backend = module.backend.security_group_id }
  deletion_protection        = var.deletion_protection
}

locals {
  cache_user = module.cache.username == null ? "" : "${module.cache.username}@"

  environment = merge({
    NODE_ENV       = "production"
    AUTH_STRATEGY  = "jwt"
    JWT_EXPIRES_IN = "7d"
    CORS_ORIGIN    = "https://${var.domain_name}"
    REDIS_URL      = "rediss://${local.cache_user}${module.cache.address}:${module.cache.port}"
  }, var.application_environment)
}

# Only the places for the values: they are put in by hand or by a deploy's secret step, never by Terraform, which would
# keep them in its state.
resource "aws_secretsmanager_secret" "application" {
  for_each = var.secret_names

  name                    = "${var.name}/${each.key}"
  description             = "${each.key} of ${local.backend}"
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}
