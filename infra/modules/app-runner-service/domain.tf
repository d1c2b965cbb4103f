locals {
  custom_domain = var.custom_domain == null ? {} : { api = var.custom_domain }

  # The set's elements hold a status that changes, and with it their order: the names give a lasting one.
  validation_records = {
    for record in flatten([for association in aws_apprunner_custom_domain_association.this : tolist(association.certificate_validation_records)]) :
    record.name => record
  }
  validation_names = sort(keys(local.validation_records))
}

resource "aws_apprunner_custom_domain_association" "this" {
  for_each = local.custom_domain

  service_arn = aws_apprunner_service.this.arn
  domain_name = each.value.name

  # App Runner would ask for a record of www.<name>, too.
  enable_www_subdomain = false
}

# App Runner asks for one record for the name and one for a subdomain that it makes up; both are known only after the
# association, so they cannot be keys of a for_each.
resource "aws_route53_record" "validation" {
  count = var.custom_domain == null ? 0 : 2

  zone_id         = var.custom_domain.zone_id
  name            = local.validation_records[local.validation_names[count.index]].name
  type            = local.validation_records[local.validation_names[count.index]].type
  records         = [local.validation_records[local.validation_names[count.index]].value]
  ttl             = 300
  allow_overwrite = true
}

data "aws_apprunner_hosted_zone_id" "this" {}

resource "aws_route53_record" "alias" {
  for_each = local.custom_domain

  zone_id = each.value.zone_id
  name    = each.value.name
  type    = "A"

  alias {
    name                   = aws_apprunner_custom_domain_association.this[each.key].dns_target
    zone_id                = data.aws_apprunner_hosted_zone_id.this.id
    evaluate_target_health = true
  }
}
