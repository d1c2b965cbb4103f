provider "aws" {
  region = var.region

  default_tags {
    tags = local.tags
  }
}

# CloudFront reads certificates from this region only.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}

locals {
  tags = merge(var.tags, {
    Project     = var.name
    Environment = var.environment
    ManagedBy   = "Terraform"
    Stack       = "apprunner"
  })

  site_domain = "${var.site_subdomain}.${var.domain_name}"
  api_domain  = "${var.api_subdomain}.${var.domain_name}"

  on_app_runner = var.service_host == "apprunner"
  on_ecs        = var.service_host == "ecs"
}

module "network" {
  source = "../../modules/network"

  name                    = var.name
  cidr                    = "10.0.0.0/16"
  availability_zone_count = 3
  public_subnet_cidrs     = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
  private_subnet_cidrs    = ["10.0.4.0/24", "10.0.5.0/24", "10.0.6.0/24"]
  nat                     = var.nat
}

module "site" {
  source = "../../modules/static-site"

  name                = var.name
  aliases             = [local.site_domain]
  certificate_arn     = module.site_certificate.arn
  price_class         = var.price_class
  web_acl_arn         = var.web_acl_arn
  deletion_protection = var.deletion_protection

  # The site calls the API under its own name. Only the health check is served under the site's as well: whoever
  # verifies a release then asks one URL for both halves.
  api_origin = {
    domain_name  = local.api_domain
    protocol     = "https-only"
    port         = 443
    path_pattern = var.health_check_path
  }
}

module "repository" {
  source = "../../modules/repository"

  name         = "${var.name}/backend"
  force_delete = !var.deletion_protection
}

module "database" {
  source = "../../modules/database"

  name                       = "${var.name}-database"
  engine                     = "mysql"
  engine_version             = var.database_engine_version
  instance_class             = var.database_instance_class
  allocated_storage          = var.database_storage.initial
  max_allocated_storage      = var.database_storage.limit
  multi_az                   = var.database_multi_az
  vpc_id                     = module.network.vpc_id
  subnet_ids                 = module.network.private_subnet_ids
  allowed_security_group_ids = { service = local.service.security_group_id }
  backup_retention_days      = 7
  database_name              = var.database_name
  username                   = "app"
  deletion_protection        = var.deletion_protection
}

module "vault" {
  source = "../../modules/vault"

  name                       = "${var.name}-vault"
  subnet_id                  = module.network.private_subnet_ids[0]
  instance_type              = var.vault_instance_type
  vault_version              = var.vault_version
  allowed_security_group_ids = { service = local.service.security_group_id }
  service_role               = local.vault_role
  service_principal_arns     = [local.service.role_arn]
  secret_path                = local.vault_secret_path
  deletion_protection        = var.deletion_protection

  database = {
    secret_arn = module.database.master_user_secret_arn
    host       = module.database.address
    port       = module.database.port
    name       = module.database.database_name
  }
}

module "ledger" {
  source = "../../modules/ledger"

  name                = var.name
  deletion_protection = var.deletion_protection
}
