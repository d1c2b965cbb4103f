locals {
  api = "${var.name}-api"
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

module "network" {
  source = "../../modules/network"

  name                    = var.name
  cidr                    = var.vpc_cidr
  availability_zone_count = var.availability_zone_count
  nat                     = var.nat
}

module "site" {
  source = "../../modules/static-site"

  name                = var.name
  aliases             = [var.domain_name]
  certificate_arn     = module.site_certificate.arn
  deletion_protection = var.deletion_protection

  # The pages call the API under its own name. Only the health check is served under the site's as well: whoever verifies
  # a release then asks one URL for both halves.
  api_origin = {
    domain_name  = local.api_domain_name
    protocol     = "https-only"
    port         = 443
    path_pattern = var.health_check_path
  }
}

module "ledger" {
  source = "../../modules/ledger"

  name                = var.name
  deletion_protection = var.deletion_protection
}

module "repository" {
  source = "../../modules/repository"

  name         = local.api
  force_delete = !var.deletion_protection
}

module "load_balancer" {
  source = "../../modules/load-balancer"

  name                = var.name
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.public_subnet_ids
  certificate_arn     = module.api_certificate.arn
  https               = true
  deletion_protection = var.deletion_protection

  targets = {
    api = {
      security_group_id = module.api.security_group_id
      port              = var.container_port
    }
  }
}

module "api" {
  source = "../../modules/ecs-service"

  name           = local.api
  cluster_name   = "${var.name}-cluster"
  log_group_name = local.log_group_name
  vpc_id         = module.network.vpc_id
  subnet_ids     = module.network.private_subnet_ids

  load_balancer_security_group_id = module.load_balancer.security_group_id
  listener_arn                    = module.load_balancer.listener_arn
  host_headers                    = [local.api_domain_name]
  health_check_path               = var.health_check_path
  container_port                  = var.container_port

  cpu       = var.cpu
  memory    = var.memory
  min       = var.min_tasks
  max       = var.max_tasks
  scale_out = var.scale_out
  scale_in  = var.scale_in

  repository_arns  = [module.repository.arn]
  environment      = local.environment
  secrets          = local.secrets
  task_policy_json = module.uploads.policy_json
  egress           = local.database_egress

  xray               = var.xray
  xray_sampling_rate = var.xray_sampling_rate
}

module "uploads" {
  source = "../../modules/uploads"

  name                  = "${var.name}-uploads"
  bucket                = "${var.name}-uploads-${data.aws_caller_identity.current.account_id}"
  archive_after_days    = var.uploads_archive_after_days
  archive_storage_class = var.uploads_archive_storage_class
  replicate             = local.replicate
  replica_arn           = one(values(module.uploads_replica)[*].arn)
  deletion_protection   = var.deletion_protection
}

locals {
  replicate = var.uploads_replica_region != null
}

module "uploads_replica" {
  for_each  = toset(local.replicate ? ["replica"] : [])
  source    = "../../modules/uploads"
  providers = { aws = aws.replica }

  name                  = "${var.name}-uploads-replica"
  bucket                = "${var.name}-uploads-replica-${data.aws_caller_identity.current.account_id}"
  archive_after_days    = var.uploads_archive_after_days
  archive_storage_class = var.uploads_archive_storage_class
  deletion_protection   = var.deletion_protection
}
