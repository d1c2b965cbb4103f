# The API, on one of two hosts. What differs between them is here and nowhere else.

locals {
  vault_role        = "node-api"
  vault_secret_path = "kv/data/secrets/app"

  environment = {
    NODE_ENV          = "production"
    VAULT_ADDR        = module.vault.address
    VAULT_ROLE        = local.vault_role
    VAULT_SECRET_PATH = local.vault_secret_path
  }

  # Not secret, but written by Vault's host after Terraform is done: read when the service is deployed.
  # Vault's own clients take the name as it is.
  secrets = {
    VAULT_CACERT_BYTES = module.vault.authority_parameter_arn
  }

  service = local.on_app_runner ? {
    security_group_id = one(module.app_runner[*].security_group_id)
    role_arn          = one(module.app_runner[*].instance_role_arn)
    log_group         = one(module.app_runner[*].log_group)
    } : {
    security_group_id = one(module.ecs_service[*].security_group_id)
    role_arn          = one(module.ecs_service[*].task_role_arn)
    log_group         = one(module.ecs_service[*].log_group)
  }
}

module "app_runner" {
  source = "../../modules/app-runner-service"
  count  = local.on_app_runner ? 1 : 0

  name           = "${var.name}-api"
  repository_arn = module.repository.arn
  port           = var.container_port
  cpu            = 1024
  memory         = 2048
  min_instances  = var.min_instances
  max_instances  = var.max_instances
  vpc_id         = module.network.vpc_id
  subnet_ids     = module.network.private_subnet_ids
  environment    = local.environment
  secrets        = local.secrets

  health_check = {
    path     = var.health_check_path
    interval = 10
    timeout  = 5
  }

  egress = {
    database = {
      description       = "MySQL"
      port              = module.database.port
      security_group_id = module.database.security_group_id
    }
    vault = {
      description       = "Vault"
      port              = 8200
      security_group_id = module.vault.security_group_id
    }
    https = {
      description = "AWS APIs"
      port        = 443
      cidr_ipv4   = "0.0.0.0/0"
    }
  }

  custom_domain = {
    name    = local.api_domain
    zone_id = local.zone_id
  }
}

module "load_balancer" {
  source = "../../modules/load-balancer"
  count  = local.on_ecs ? 1 : 0

  name                = "${var.name}-api"
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.public_subnet_ids
  certificate_arn     = module.api_certificate[0].arn
  https               = true
  deletion_protection = var.deletion_protection

  targets = {
    service = {
      security_group_id = module.ecs_service[0].security_group_id
      port              = var.container_port
    }
  }
}

module "ecs_service" {
  source = "../../modules/ecs-service"
  count  = local.on_ecs ? 1 : 0

  name                            = "${var.name}-api"
  vpc_id                          = module.network.vpc_id
  subnet_ids                      = module.network.private_subnet_ids
  load_balancer_security_group_id = module.load_balancer[0].security_group_id
  listener_arn                    = module.load_balancer[0].listener_arn
  host_headers                    = [local.api_domain]
  container_port                  = var.container_port
  cpu                             = 1024
  memory                          = 2048
  min                             = var.min_instances
  max                             = var.max_instances
  health_check_path               = var.health_check_path
  repository_arns                 = [module.repository.arn]
  environment                     = local.environment
  secrets                         = local.secrets

  # The module lets out HTTPS by itself.
  egress = {
    database = {
      port              = module.database.port
      security_group_id = module.database.security_group_id
    }
    vault = {
      port              = 8200
      security_group_id = module.vault.security_group_id
    }
  }
}
