provider "aws" {
  region = var.region

  default_tags {
    tags = merge(var.tags, {
      Project     = var.name
      Environment = var.environment
      ManagedBy   = "Terraform"
      Stack       = "ecommerce"
    })
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition

  host_name  = var.domain == null ? module.load_balancer.dns_name : var.domain.name
  public_url = "${var.domain == null ? "http" : "https"}://${local.host_name}"

  frontend_port = 80
  backend_port  = 8000
}

# A NAT gateway per zone: a zone that fails takes only its own way out with it.
module "network" {
  source = "../../modules/network"

  name                    = var.name
  cidr                    = var.cidr
  availability_zone_count = 2
  nat                     = "per_zone"
}

module "certificate" {
  source = "../../modules/certificate"
  count  = var.domain == null ? 0 : 1

  domain_name               = var.domain.name
  subject_alternative_names = var.jenkins_access == null ? [] : [var.jenkins_access.host]
  zone_id                   = var.domain.hosted_zone_id
}

module "load_balancer" {
  source = "../../modules/load-balancer"

  name                = var.name
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.public_subnet_ids
  https               = var.domain != null
  certificate_arn     = one(module.certificate[*].arn)
  ingress_cidrs       = var.ingress_cidrs
  access_logs_bucket  = module.access_logs.bucket
  deletion_protection = var.deletion_protection

  targets = merge(
    {
      frontend = { security_group_id = module.frontend.security_group_id, port = local.frontend_port }
      backend  = { security_group_id = module.backend.security_group_id, port = local.backend_port }
    },
    var.jenkins_access == null ? {} : { jenkins = { security_group_id = module.jenkins.security_group_id, port = 8080 } },
  )

  # The load balancer tries to write its first object when it is made.
  depends_on = [module.access_logs]
}

resource "aws_route53_record" "this" {
  for_each = toset(var.domain == null ? [] : concat([var.domain.name], var.jenkins_access == null ? [] : [var.jenkins_access.host]))

  zone_id = var.domain.hosted_zone_id
  name    = each.key
  type    = "A"

  alias {
    name                   = module.load_balancer.dns_name
    zone_id                = module.load_balancer.zone_id
    evaluate_target_health = true
  }
}

resource "aws_lb_target_group" "tier" {
  for_each = {
    frontend = { port = local.frontend_port, health_check_path = "/healthz" }
    backend  = { port = local.backend_port, health_check_path = var.health_check_path }
  }

  name                 = "${var.name}-${each.key}"
  port                 = each.value.port
  protocol             = "HTTP"
  vpc_id               = module.network.vpc_id
  deregistration_delay = 30

  health_check {
    path                = each.value.health_check_path
    interval            = 15
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
    matcher             = "200"
  }
}

resource "aws_lb_listener_rule" "backend" {
  listener_arn = module.load_balancer.listener_arn
  priority     = 100

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.tier["backend"].arn
  }

  condition {
    path_pattern {
      values = var.backend_paths
    }
  }
}

# The last rule; Jenkins' own, when it has one, comes before both.
resource "aws_lb_listener_rule" "frontend" {
  listener_arn = module.load_balancer.listener_arn
  priority     = 1000

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.tier["frontend"].arn
  }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }
}

module "ledger" {
  source = "../../modules/ledger"

  name                = var.name
  deletion_protection = var.deletion_protection
}
