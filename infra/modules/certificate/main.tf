locals {
  names = distinct(concat([var.domain_name], var.subject_alternative_names))

  # A wildcard and its parent are proven by one and the same record; a second copy of it would be refused.
  record_names = toset([for name in local.names : trimprefix(name, "*.")])

  records = {
    for option in aws_acm_certificate.this.domain_validation_options :
    trimprefix(option.domain_name, "*.") => option...
  }
}

resource "aws_acm_certificate" "this" {
  domain_name               = local.names[0]
  subject_alternative_names = slice(local.names, 1, length(local.names))
  validation_method         = "DNS"

  options {
    certificate_transparency_logging_preference = "ENABLED"
  }

  # A listener or a distribution holds the certificate: the new one must be there before the old one goes.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  # The keys come from the variables, not from the certificate, so that the first plan knows them.
  for_each = local.record_names

  zone_id = var.zone_id
  name    = local.records[each.key][0].resource_record_name
  type    = local.records[each.key][0].resource_record_type
  records = [local.records[each.key][0].resource_record_value]
  ttl     = 300

  # The same name in two regions is proven by the same record, which both certificates then write.
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]

  timeouts {
    create = "${var.validation_timeout_minutes}m"
  }
}
