mock_provider "aws" {
  mock_data "aws_vpc" {
    defaults = { cidr_block = "10.0.0.0/16" }
  }
}

variables {
  name       = "shop"
  vpc_id     = "vpc-1"
  subnet_ids = ["subnet-1", "subnet-2"]
}

run "without_a_certificate_port_80_serves" {
  command = plan

  assert {
    condition     = length(aws_lb_listener.https) == 0 && aws_lb_listener.http.default_action[0].type == "fixed-response"
    error_message = "There is one listener, and it answers 404 to what no rule names."
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.clients) == ["80 from 0.0.0.0/0"]
    error_message = "Only port 80 is open."
  }

  assert {
    condition     = aws_lb.this.enable_deletion_protection && aws_lb.this.drop_invalid_header_fields
    error_message = "It is protected, and drops malformed headers."
  }

  assert {
    condition     = one(aws_vpc_security_group_egress_rule.vpc[*].cidr_ipv4) == "10.0.0.0/16"
    error_message = "It reaches its own VPC and nothing else."
  }
}

run "with_a_certificate_port_80_redirects" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/6fa45c0e-0f13-4ba8-a2c5-7f6d9f3f2c11"
    targets         = { api = { security_group_id = "sg-1", port = 8000 } }
  }

  assert {
    condition     = aws_lb_listener.http.default_action[0].type == "redirect" && aws_lb_listener.http.default_action[0].redirect[0].protocol == "HTTPS"
    error_message = "Plain HTTP is sent to HTTPS."
  }

  assert {
    condition     = startswith(aws_lb_listener.https[0].ssl_policy, "ELBSecurityPolicy-TLS13-1-2")
    error_message = "TLS begins at 1.2."
  }

  assert {
    condition     = length(aws_vpc_security_group_egress_rule.vpc) == 0 && aws_vpc_security_group_egress_rule.targets["api"].from_port == 8000
    error_message = "With named targets it reaches those only."
  }
}

run "https_without_a_certificate_is_refused" {
  command = plan

  variables {
    https = true
  }

  expect_failures = [var.https]
}

run "one_subnet_is_refused" {
  command = plan

  variables {
    subnet_ids = ["subnet-1"]
  }

  expect_failures = [var.subnet_ids]
}
