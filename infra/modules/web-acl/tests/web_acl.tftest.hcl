mock_provider "aws" {}

variables {
  name = "shop"
}

run "addresses_are_limited_before_anything_else_is_asked" {
  command = plan

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : rule.priority if rule.name == "rate-limit"]) < min([for rule in aws_wafv2_web_acl.this.rule : rule.priority if rule.name != "rate-limit"]...)
    error_message = "The limit comes first: it is the cheapest rule."
  }

  assert {
    condition     = length(aws_wafv2_web_acl.this.rule) == 5
    error_message = "The limit and four managed groups."
  }

  assert {
    condition     = toset([for field in aws_wafv2_web_acl_logging_configuration.this.redacted_fields : field.single_header[0].name]) == toset(["authorization", "cookie"])
    error_message = "No session gets into the log."
  }
}

run "a_distribution_takes_the_acl_itself" {
  command = plan

  variables {
    scope         = "CLOUDFRONT"
    resource_arns = { cdn = "arn:aws:cloudfront::123456789012:distribution/E1" }
  }

  expect_failures = [var.resource_arns]
}
