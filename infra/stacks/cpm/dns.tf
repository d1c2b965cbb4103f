locals {
  zone_id         = var.zone_id != null ? var.zone_id : one(values(aws_route53_zone.this)[*].zone_id)
  api_domain_name = "api.${var.domain_name}"
}

resource "aws_route53_zone" "this" {
  for_each = toset(var.zone_id == null ? [var.domain_name] : [])

  name    = each.value
  comment = "Zone of ${var.name}"
}

# For CloudFront: the domain and everything directly below it.
module "site_certificate" {
  source    = "../../modules/certificate"
  providers = { aws = aws.us_east_1 }

  domain_name               = var.domain_name
  subject_alternative_names = ["*.${var.domain_name}"]
  zone_id                   = local.zone_id
}

# For the load balancer, in its own region.
module "api_certificate" {
  source = "../../modules/certificate"

  domain_name = local.api_domain_name
  zone_id     = local.zone_id
}

resource "aws_route53_record" "site" {
  for_each = toset(["A", "AAAA"])

  zone_id = local.zone_id
  name    = var.domain_name
  type    = each.value

  alias {
    name                   = module.site.domain_name
    zone_id                = module.site.hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "api" {
  zone_id = local.zone_id
  name    = local.api_domain_name
  type    = "A"

  alias {
    name                   = module.load_balancer.dns_name
    zone_id                = module.load_balancer.zone_id
    evaluate_target_health = true
  }
}
