mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name           = "shop-jenkins"
  region         = "us-east-1"
  vpc_id         = "vpc-1"
  subnet_id      = "subnet-1"
  repository_url = "https://github.com/owner/shop.git"
}

run "without_exposure_nothing_leads_to_it" {
  command = plan

  assert {
    condition     = length(aws_lb_listener_rule.this) == 0 && length(aws_lb_target_group.this) == 0
    error_message = "No load balancer knows it."
  }
}

run "with_exposure_name_and_network_must_both_match" {
  command = plan

  variables {
    exposure = {
      listener_arn                    = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shop/0123456789abcdef/0123456789abcdef"
      load_balancer_security_group_id = "sg-1"
      priority                        = 10
      host_header                     = "jenkins.example.com"
      cidrs                           = ["203.0.113.0/24"]
    }
  }

  assert {
    condition     = length(aws_lb_listener_rule.this["load_balancer"].condition) == 2
    error_message = "Two conditions, of which each can refuse."
  }
}

run "the_whole_internet_is_refused" {
  command = plan

  variables {
    exposure = {
      listener_arn                    = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shop/0123456789abcdef/0123456789abcdef"
      load_balancer_security_group_id = "sg-1"
      priority                        = 10
      host_header                     = "jenkins.example.com"
      cidrs                           = ["0.0.0.0/0"]
    }
  }

  expect_failures = [var.exposure]
}
