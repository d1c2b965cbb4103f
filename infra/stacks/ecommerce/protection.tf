module "web_acl" {
  source = "../../modules/web-acl"
  count  = var.waf ? 1 : 0

  name          = var.name
  rate_limit    = var.waf_rate_limit
  resource_arns = { load_balancer = module.load_balancer.arn }
}

# Threat detection from DNS queries, flow logs and API calls. An account has one detector in a region.
# Against floods of packets Shield Standard stands in front of every load balancer; it costs nothing and has no switch.
resource "aws_guardduty_detector" "this" {
  count = var.guardduty ? 1 : 0

  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}
