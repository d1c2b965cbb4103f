resource "aws_route53_zone" "this" {
  count = var.hosted_zone_id == null ? 1 : 0

  name          = var.domain_name
  comment       = "Public names of ${var.name}"
  force_destroy = !var.deletion_protection
}

data "aws_route53_zone" "existing" {
  count = var.hosted_zone_id == null ? 0 : 1

  zone_id = var.hosted_zone_id

  lifecycle {
    postcondition {
      condition     = self.name == var.domain_name || endswith(var.domain_name, ".${self.name}")
      error_message = "The hosted zone ${var.hosted_zone_id} is ${self.name}, which does not hold ${var.domain_name}."
    }
    postcondition {
      condition     = self.private_zone != true
      error_message = "The hosted zone ${var.hosted_zone_id} is private; certificates and visitors need a public one."
    }
  }
}

locals {
  zone_id = var.hosted_zone_id == null ? one(aws_route53_zone.this[*].zone_id) : one(data.aws_route53_zone.existing[*].zone_id)
}

module "site_certificate" {
  source    = "../../modules/certificate"
  providers = { aws = aws.us_east_1 }

  domain_name = local.site_domain
  zone_id     = local.zone_id
}

# App Runner makes its own certificate; a load balancer takes ours, from its own region.
module "api_certificate" {
  source = "../../modules/certificate"
  count  = local.on_ecs ? 1 : 0

  domain_name = local.api_domain
  zone_id     = local.zone_id
}

resource "aws_route53_record" "site" {
  for_each = toset(["A", "AAAA"])

  zone_id = local.zone_id
  name    = local.site_domain
  type    = each.key

  alias {
    name                   = module.site.domain_name
    zone_id                = module.site.hosted_zone_id
    evaluate_target_health = false
  }
}

# On App Runner the module writes this record, together with those that prove the name.
resource "aws_route53_record" "api" {
  count = local.on_ecs ? 1 : 0

  zone_id = local.zone_id
  name    = local.api_domain
  type    = "A"

  alias {
    name                   = module.load_balancer[0].dns_name
    zone_id                = module.load_balancer[0].zone_id
    evaluate_target_health = true
  }
}
