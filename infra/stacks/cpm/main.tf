locals {
  backend = "${var.name}-backend"
}

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

  # The load balancer's certificate is for this name, so CloudFront reaches it by this name.
  api_origin = {
    domain_name = local.api_domain_name
    protocol    = "https-only"
    port        = 443
  }
}

module "ledger" {
  source = "../../modules/ledger"

  name                = var.name
  deletion_protection = var.deletion_protection
}

module "repository" {
  source = "../../modules/repository"

  name         = local.backend
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
    backend = {
      security_group_id = module.backend.security_group_id
      port              = var.container_port
    }
  }
}

module "backend" {
  source = "../../modules/ecs-service"

  name            = local.backend
  cluster_name    = "${var.name}-cluster"
  vpc_id          = module.network.vpc_id
  subnet_ids      = module.network.private_subnet_ids
  log_kms_key_arn = aws_kms_key.logs.arn

  load_balancer_security_group_id = module.load_balancer.security_group_id
  listener_arn                    = module.load_balancer.listener_arn
  host_headers                    = [local.api_domain_name]
  path_patterns                   = ["/api/*"]
  health_check_path               = var.health_check_path
  container_port                  = var.container_port

  cpu    = var.cpu
  memory = var.memory
  min    = var.min_tasks
  max    = var.max_tasks

  repository_arns  = [module.repository.arn]
  environment      = local.environment
  secrets          = { for name, secret in aws_secretsmanager_secret.application : name => secret.arn }
  task_policy_json = module.cache.policy_json

  egress = {
    database = { port = module.database.port, security_group_id = module.database.security_group_id }
    cache    = { port = module.cache.port, security_group_id = module.cache.security_group_id }
  }
}
