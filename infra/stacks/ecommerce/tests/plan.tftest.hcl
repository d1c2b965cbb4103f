# Plans without AWS: what the provider would answer is given here.
mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = { names = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_default_tags" {
    defaults = { tags = { Project = "ecommerce", ManagedBy = "Terraform" } }
  }

  mock_data "aws_ssm_parameter" {
    defaults = { insecure_value = "ami-0123456789abcdef0", value = "ami-0123456789abcdef0" }
  }
}

run "auto_scaling_and_waf" {
  command = plan

  assert {
    condition     = alltrue([for tier in [module.frontend, module.backend] : tier.auto_scaling_group_name != null && length(tier.instance_ids) == 0])
    error_message = "Both tiers are auto scaling groups."
  }

  assert {
    condition     = length(module.web_acl) == 1
    error_message = "A web ACL is there."
  }

  assert {
    condition     = output.service_host == "ec2" && output.stack == "ecommerce" && output.ledger_prefix == "ledger" && output.database_instance == "ecommerce"
    error_message = "The stack says what it is."
  }

  assert {
    condition     = output.instance_tag_key == "Service" && output.instance_tag_value == "ecommerce-backend"
    error_message = "Deployers find the backend by its tag."
  }

  assert {
    condition     = length(aws_lb_listener_rule.backend.condition) == 1 && contains(flatten([for condition in aws_lb_listener_rule.backend.condition : [for pattern in condition.path_pattern : pattern.values]]), "/api/*")
    error_message = "Paths of the API go to the backend."
  }

  assert {
    condition     = aws_lb_listener_rule.backend.priority < aws_lb_listener_rule.frontend.priority
    error_message = "The backend's rule is asked before the one that takes everything."
  }

  assert {
    condition     = aws_lb_target_group.tier["backend"].health_check[0].path == "/api/health" && aws_lb_target_group.tier["backend"].port == 8000
    error_message = "The backend is asked for its health on its own port."
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.node_exporter : rule.from_port == 9100 && rule.to_port == 9100])
    error_message = "Monitoring gets Node Exporter's port and no other."
  }

  assert {
    condition     = aws_secretsmanager_secret.django.recovery_window_in_days == 30
    error_message = "What is deleted by mistake can be had back."
  }

  assert {
    condition     = length(aws_guardduty_detector.this) == 1
    error_message = "Threats are looked for."
  }

  assert {
    condition     = length(module.github_oidc) == 0 && length(module.certificate) == 0
    error_message = "Without a repository and a domain there is no role for workflows and no certificate."
  }
}

run "auto_scaling_without_waf" {
  command = plan

  variables {
    waf = false
  }

  assert {
    condition     = length(module.web_acl) == 0 && module.backend.auto_scaling_group_name != null
    error_message = "The groups scale, and no web ACL is made."
  }
}

run "fixed_instances_with_waf" {
  command = plan

  variables {
    auto_scaling = false
  }

  assert {
    condition     = length(module.web_acl) == 1 && length(module.frontend.instance_ids) == 2 && length(module.backend.instance_ids) == 2
    error_message = "Each tier has two fixed instances, behind the web ACL."
  }
}

run "fixed_instances_without_waf" {
  command = plan

  variables {
    auto_scaling = false
    waf          = false
    guardduty    = false
  }

  assert {
    condition     = length(module.web_acl) == 0 && module.frontend.auto_scaling_group_name == null && module.backend.auto_scaling_group_name == null
    error_message = "Neither a web ACL nor an auto scaling group is made."
  }

  assert {
    condition     = length(module.frontend.instance_ids) == 2 && length(module.backend.instance_ids) == 2 && length(aws_guardduty_detector.this) == 0
    error_message = "Each tier has two fixed instances."
  }
}

run "domain_repository_and_jenkins_access" {
  command = plan

  variables {
    domain            = { name = "shop.example.com", hosted_zone_id = "Z0123456789ABCDEFGHIJ" }
    github_repository = "owner/shop"
    jenkins_access    = { host = "jenkins.example.com", cidrs = ["203.0.113.0/24"] }
  }

  assert {
    condition     = output.public_url == "https://shop.example.com" && length(module.certificate) == 1
    error_message = "With a domain the shop is served over HTTPS under its name."
  }

  assert {
    condition     = keys(aws_route53_record.this) == ["jenkins.example.com", "shop.example.com"]
    error_message = "Both names lead to the load balancer."
  }

  assert {
    condition     = length(module.github_oidc) == 1
    error_message = "With a repository its workflows get their roles."
  }
}

run "django_as_it_comes" {
  command = plan

  variables {
    waf              = false
    wsgi_application = "shop.wsgi:application"
  }

  assert {
    condition     = local.backend_commands == local.django_commands && strcontains(local.backend_commands.start, "gunicorn --bind 0.0.0.0:8000") && endswith(local.backend_commands.start, " shop.wsgi:application")
    error_message = "The backend is Django under gunicorn, at its port."
  }
}

run "another_backend_than_django" {
  command = plan

  variables {
    waf                 = false
    backend_commands    = { migrate = "./Storefront.Api migrate", start = "env ASPNETCORE_HTTP_PORTS=\"$PORT\" ./Storefront.Api" }
    backend_environment = { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = "1" }
  }

  assert {
    condition     = local.backend_commands == { install = "", migrate = "./Storefront.Api migrate", start = "env ASPNETCORE_HTTP_PORTS=\"$PORT\" ./Storefront.Api" }
    error_message = "The commands are those that were given, and what is not given does nothing."
  }

  assert {
    condition     = local.backend_environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] == "1" && local.backend_environment["PGSSLMODE"] == "verify-full"
    error_message = "Settings come beside the stack's own."
  }
}

run "commands_of_several_lines_are_refused" {
  command = plan

  variables {
    waf              = false
    backend_commands = { start = "./server\n./another" }
  }

  expect_failures = [var.backend_commands]
}

run "settings_of_several_lines_are_refused" {
  command = plan

  variables {
    waf                 = false
    backend_environment = { GREETING = "one\ntwo" }
  }

  expect_failures = [var.backend_environment]
}

run "a_test_can_destroy_everything" {
  command = plan

  variables {
    waf                 = false
    deletion_protection = false
  }

  assert {
    condition     = aws_secretsmanager_secret.django.recovery_window_in_days == 0
    error_message = "Without deletion protection secrets go at once."
  }
}

run "jenkins_on_plain_http_is_refused" {
  command = plan

  variables {
    waf            = false
    jenkins_access = { host = "jenkins.example.com", cidrs = ["203.0.113.0/24"] }
  }

  expect_failures = [var.jenkins_access]
}
