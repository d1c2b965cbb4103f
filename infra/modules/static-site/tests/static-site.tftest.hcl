mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

variables {
  name = "ship"
}

run "a_private_site_without_an_api" {
  command = plan

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.bucket.statement : one(statement.principals).identifiers == toset(["cloudfront.amazonaws.com"]) && one(statement.condition).variable == "AWS:SourceArn"])
    error_message = "Only CloudFront reads the bucket, and only for this distribution."
  }

  assert {
    condition     = aws_cloudfront_origin_access_control.this.signing_behavior == "always" && aws_cloudfront_origin_access_control.this.origin_access_control_origin_type == "s3"
    error_message = "CloudFront signs its reads."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https"
    error_message = "Viewers are redirected to HTTPS."
  }

  assert {
    condition     = length(aws_cloudfront_distribution.this.default_cache_behavior[0].function_association) == 1 && length(aws_cloudfront_distribution.this.custom_error_response) == 0
    error_message = "Routes fall back by a function; errors are not rewritten."
  }

  assert {
    condition     = length(aws_cloudfront_distribution.this.origin) == 1 && length(aws_cloudfront_distribution.this.ordered_cache_behavior) == 0
    error_message = "Without an API the bucket is the only origin."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].cloudfront_default_certificate
    error_message = "Without a certificate the distribution's own name is served."
  }

  assert {
    condition     = aws_cloudfront_response_headers_policy.this.security_headers_config[0].strict_transport_security[0].access_control_max_age_sec == 63072000
    error_message = "Browsers stay on HTTPS for two years."
  }
}

run "a_site_with_an_api_and_a_name" {
  command = plan

  variables {
    aliases         = ["app.example.com"]
    certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/1"

    api_origin = {
      domain_name = "api.internal.example.com"
      protocol    = "http-only"
      port        = 8080
      headers     = { "X-Ship" = "yes" }
    }
  }

  assert {
    condition     = aws_cloudfront_distribution.this.ordered_cache_behavior[0].path_pattern == "/api/*" && contains(aws_cloudfront_distribution.this.ordered_cache_behavior[0].allowed_methods, "POST") && length(aws_cloudfront_distribution.this.ordered_cache_behavior[0].function_association) == 0
    error_message = "The API has its own behaviour, with every method and without the fallback."
  }

  assert {
    condition     = one([for origin in aws_cloudfront_distribution.this.origin : one(origin.custom_origin_config).http_port if origin.origin_id == "api"]) == 8080
    error_message = "The API is reached on its own port."
  }

  assert {
    condition     = one([for origin in aws_cloudfront_distribution.this.origin : one(origin.custom_header).value if origin.origin_id == "api"]) == "yes"
    error_message = "The header is sent to the origin."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021" && aws_cloudfront_distribution.this.viewer_certificate[0].ssl_support_method == "sni-only"
    error_message = "With a certificate, nothing below TLS 1.2 is accepted."
  }

  assert {
    condition     = output.url == "https://app.example.com"
    error_message = "The URL is the first alias."
  }
}

run "aliases_without_a_certificate_are_refused" {
  command = plan

  variables {
    aliases = ["app.example.com"]
  }

  expect_failures = [var.certificate_arn]
}

run "a_certificate_of_another_region_is_refused" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
  }

  expect_failures = [var.certificate_arn]
}

run "an_unknown_protocol_is_refused" {
  command = plan

  variables {
    api_origin = { domain_name = "api.example.com", protocol = "http", port = 80 }
  }

  expect_failures = [var.api_origin]
}

run "port_22_is_no_origin" {
  command = plan

  variables {
    api_origin = { domain_name = "api.example.com", protocol = "http-only", port = 22 }
  }

  expect_failures = [var.api_origin]
}
