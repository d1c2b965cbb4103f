provider "aws" {
  region = var.region

  default_tags {
    tags = merge(var.tags, {
      Project     = var.name
      Environment = var.environment
      ManagedBy   = "Terraform"
      Stack       = "flora"
    })
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account_id     = data.aws_caller_identity.current.account_id
  partition      = data.aws_partition.current.partition
  parameter_path = "/${var.name}/${var.environment}"
  log_group      = "/aws/ec2/${var.name}"
  release_prefix = "releases"
}

# The instance is in a public subnet and the database needs no way out: no NAT gateway, which would cost more than both.
module "network" {
  source = "../../modules/network"

  name                    = var.name
  cidr                    = var.cidr
  availability_zone_count = 2
  nat                     = "none"
}

module "database" {
  source = "../../modules/database"

  name                       = var.name
  engine                     = "postgres"
  engine_version             = var.database_engine_version
  instance_class             = var.database_instance_class
  multi_az                   = var.database_multi_az
  vpc_id                     = module.network.vpc_id
  subnet_ids                 = module.network.private_subnet_ids
  allowed_security_group_ids = { api = aws_security_group.api.id }
  backup_retention_days      = var.backup_retention_days
  performance_insights       = true
  deletion_protection        = var.deletion_protection
  database_name              = replace(var.name, "-", "_")
  log_retention_days         = var.log_retention_days
}

module "site" {
  source = "../../modules/static-site"

  name                    = var.name
  aliases                 = var.domain_names
  certificate_arn         = var.certificate_arn
  price_class             = var.price_class
  web_acl_arn             = var.web_acl_arn
  content_security_policy = var.content_security_policy
  deletion_protection     = var.deletion_protection

  api_origin = {
    domain_name = aws_eip.api.public_dns
    protocol    = "http-only"
    port        = var.api_port
  }
}

resource "aws_route53_record" "site" {
  for_each = var.hosted_zone_id == null ? {} : {
    for record in setproduct(var.domain_names, ["A", "AAAA"]) : "${record[0]} ${record[1]}" => { name = record[0], type = record[1] }
  }

  zone_id = var.hosted_zone_id
  name    = each.value.name
  type    = each.value.type

  alias {
    name                   = module.site.domain_name
    zone_id                = module.site.hosted_zone_id
    evaluate_target_health = false
  }
}

module "ledger" {
  source = "../../modules/ledger"

  name                = var.name
  deletion_protection = var.deletion_protection
}

module "releases" {
  source = "../../modules/private-bucket"

  name          = "${var.name}-releases-${local.account_id}"
  force_destroy = !var.deletion_protection
}

# What customers and staff upload; the API alone reads and writes it.
module "files" {
  source = "../../modules/private-bucket"

  name          = "${var.name}-files-${local.account_id}"
  force_destroy = !var.deletion_protection
}
