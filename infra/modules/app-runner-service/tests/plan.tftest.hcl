mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

variables {
  name           = "shop-api"
  repository_arn = "arn:aws:ecr:us-east-1:123456789012:repository/shop/backend"
  vpc_id         = "vpc-1"
  subnet_ids     = ["subnet-1", "subnet-2"]

  egress = {
    database = { description = "MySQL", port = 3306, security_group_id = "sg-1" }
    https    = { description = "AWS APIs", port = 443, cidr_ipv4 = "0.0.0.0/0" }
  }
}

run "as_the_guide_has_it" {
  command = plan

  assert {
    condition     = aws_apprunner_service.this.instance_configuration[0].cpu == "1024" && aws_apprunner_service.this.instance_configuration[0].memory == "2048"
    error_message = "An instance has 1 vCPU and 2 GB."
  }

  assert {
    condition = aws_apprunner_service.this.health_check_configuration == tolist([{
      protocol = "HTTP", path = "/health", interval = 10, timeout = 5, healthy_threshold = 1, unhealthy_threshold = 5
    }])
    error_message = "/health is asked every 10 seconds and has 5 to answer."
  }

  assert {
    condition     = aws_apprunner_auto_scaling_configuration_version.this.min_size == 1 && aws_apprunner_auto_scaling_configuration_version.this.max_size == 4
    error_message = "There are 1 to 4 instances."
  }

  assert {
    condition     = aws_apprunner_service.this.network_configuration[0].egress_configuration[0].egress_type == "VPC"
    error_message = "All that the service sends goes through the VPC."
  }

  assert {
    condition     = !aws_apprunner_service.this.source_configuration[0].auto_deployments_enabled
    error_message = "A push alone deploys nothing."
  }

  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.connector) == ["database", "https"]
    error_message = "The connector lets out what was named, and nothing else."
  }

  assert {
    condition     = length(aws_apprunner_custom_domain_association.this) == 0 && length(aws_route53_record.validation) == 0
    error_message = "Without a custom domain there are no records."
  }
}

run "stand_in_image" {
  command = plan

  assert {
    condition     = aws_apprunner_service.this.source_configuration[0].image_repository[0].image_repository_type == "ECR_PUBLIC" && length(aws_apprunner_service.this.source_configuration[0].authentication_configuration) == 0
    error_message = "The stand-in comes from ECR Public, for which App Runner takes no access role."
  }

  assert {
    condition     = can(regex("^node --import data:text/javascript,[A-Za-z0-9%.~_-]+$", aws_apprunner_service.this.source_configuration[0].image_repository[0].image_configuration[0].start_command))
    error_message = "However App Runner splits the start command, it finds three words."
  }
}

run "image_of_ours" {
  command = plan

  variables {
    image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/backend:20261121-101502-6cef224"
  }

  assert {
    condition     = aws_apprunner_service.this.source_configuration[0].image_repository[0].image_repository_type == "ECR" && length(aws_apprunner_service.this.source_configuration[0].authentication_configuration) == 1
    error_message = "A private image is pulled with the access role."
  }

  assert {
    condition     = aws_apprunner_service.this.source_configuration[0].image_repository[0].image_configuration[0].start_command == null
    error_message = "The image starts its own program."
  }
}

run "custom_domain" {
  command = plan

  variables {
    custom_domain = { name = "api.example.com", zone_id = "Z0123456789EXAMPLE" }
  }

  assert {
    condition     = aws_apprunner_custom_domain_association.this["api"].domain_name == "api.example.com" && !aws_apprunner_custom_domain_association.this["api"].enable_www_subdomain
    error_message = "The service answers to its name, without www."
  }

  assert {
    condition     = aws_route53_record.alias["api"].type == "A" && length(aws_route53_record.validation) == 2
    error_message = "An alias leads to the service and two records prove the name."
  }
}

run "secrets" {
  command = plan

  variables {
    secrets = { AUTHORITY = "arn:aws:ssm:us-east-1:123456789012:parameter/shop/authority" }
  }

  assert {
    condition     = length(aws_iam_role_policy.instance_secrets) == 1
    error_message = "The instance role may read what the service is given."
  }
}

run "fewer_at_most_than_at_least" {
  command = plan

  variables {
    min_instances = 3
    max_instances = 2
  }

  expect_failures = [var.max_instances]
}

run "a_variable_of_app_runners" {
  command = plan

  variables {
    environment = { PORT = "80" }
  }

  expect_failures = [var.environment]
}
