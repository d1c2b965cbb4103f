mock_provider "aws" {}

variables {
  zone_id = "Z0123456789EXAMPLE"
}

run "one_name" {
  command = plan

  variables {
    domain_name = "app.example.com"
  }

  assert {
    condition     = aws_acm_certificate.this.validation_method == "DNS"
    error_message = "The name is proven by DNS, so that ACM renews by itself."
  }

  assert {
    condition     = keys(aws_route53_record.validation) == ["app.example.com"]
    error_message = "One record proves the name, and the first plan knows which."
  }
}

run "a_wildcard_and_its_parent" {
  command = plan

  variables {
    domain_name               = "example.com"
    subject_alternative_names = ["*.example.com", "example.com"]
  }

  assert {
    condition     = keys(aws_route53_record.validation) == ["example.com"]
    error_message = "One record proves both."
  }

  assert {
    condition     = tolist(aws_acm_certificate.this.subject_alternative_names) == tolist(["*.example.com"])
    error_message = "No name is asked for twice."
  }
}

run "no_domain_name" {
  command = plan

  variables {
    domain_name = "https://app.example.com"
  }

  expect_failures = [var.domain_name]
}
