mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_ssm_parameter" {
    defaults = { insecure_value = "ami-0123456789abcdef0" }
  }

  mock_data "aws_default_tags" {
    defaults = { tags = { Project = "shop" } }
  }
}

variables {
  name       = "shop-api"
  region     = "us-east-1"
  vpc_id     = "vpc-1"
  subnet_ids = ["subnet-1", "subnet-2"]

  target_group_arns = { api = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/shop/0123456789abcdef" }

  service = {
    port              = 8000
    health_check_path = "/health"
    install_command   = "npm ci --omit=dev"
    migrate_command   = "npm run migrate"
    start_command     = "node server.js \"$PORT\""
    release_bucket    = "shop-releases"
    release_prefix    = "api"
  }
}

run "fixed_instances_are_spread_over_the_subnets" {
  command = plan

  variables {
    instance_count = 3
  }

  assert {
    condition     = [for instance in aws_instance.fixed : instance.subnet_id] == ["subnet-1", "subnet-2", "subnet-1"]
    error_message = "Each subnet in turn gets an instance."
  }

  assert {
    condition     = length(aws_lb_target_group_attachment.fixed) == 3 && length(aws_autoscaling_group.this) == 0
    error_message = "Each instance is registered with the target group, and there is no group of theirs."
  }

  assert {
    condition     = alltrue([for instance in aws_instance.fixed : instance.tags["Service"] == "shop-api"])
    error_message = "Deployers find the instances by the tag Service."
  }
}

run "an_auto_scaling_group_takes_the_place_of_fixed_instances" {
  command = plan

  variables {
    auto_scaling = { min = 1, max = 3, desired = 1 }
  }

  assert {
    condition     = length(aws_instance.fixed) == 0 && aws_autoscaling_group.this[0].max_size == 3 && aws_autoscaling_group.this[0].health_check_type == "ELB"
    error_message = "The group replaces what the load balancer finds unhealthy."
  }

  assert {
    condition     = aws_autoscaling_policy.cpu[0].target_tracking_configuration[0].target_value == 60
    error_message = "The group is kept at 60 percent."
  }
}

run "fixed_instances_are_closed_and_encrypted" {
  command = plan

  assert {
    condition     = alltrue([for instance in aws_instance.fixed : instance.metadata_options[0].http_tokens == "required"])
    error_message = "Only IMDSv2 answers."
  }

  assert {
    condition     = alltrue([for instance in aws_instance.fixed : instance.root_block_device[0].encrypted])
    error_message = "The volume is encrypted."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.from) == 0 && length(aws_vpc_security_group_egress_rule.to) == 0
    error_message = "Nobody comes in who is not named."
  }

  assert {
    condition     = length(aws_launch_template.this) == 0
    error_message = "A plan says everything of a fixed instance."
  }
}

run "instances_of_a_group_are_closed_and_encrypted" {
  command = plan

  variables {
    auto_scaling = {}
  }

  assert {
    condition     = aws_launch_template.this[0].metadata_options[0].http_tokens == "required"
    error_message = "Only IMDSv2 answers."
  }

  assert {
    condition     = tobool(aws_launch_template.this[0].block_device_mappings[0].ebs[0].encrypted) && aws_launch_template.this[0].key_name == null
    error_message = "The volume is encrypted, and there is no SSH key."
  }
}

run "user_data_fits_and_quotes_what_the_shell_would_expand" {
  command = plan

  variables {
    environment = { GREETING = "a \"quoted\" $word and a `tick`" }
  }

  assert {
    # 16 KiB before base64 makes it a third longer.
    condition     = length(aws_instance.fixed["1"].user_data_base64) * 3 / 4 < 16384
    error_message = "User data has at most 16 KiB."
  }

  assert {
    condition     = strcontains(local.files["/etc/service/environment"].content, "GREETING=\"a \\\"quoted\\\" \\$word and a \\`tick\\`\"\n")
    error_message = "The environment holds what was given, whatever reads it."
  }

  assert {
    condition     = strcontains(local.files["/etc/service/service.conf"].content, "SERVICE_START=\"node server.js \\\"\\$PORT\\\"\"\n")
    error_message = "Commands are expanded where they run, not where they are written."
  }
}

run "the_service_is_told_its_port_and_no_other" {
  command = plan

  variables {
    environment = { PORT = "80" }
  }

  assert {
    condition     = strcontains(local.files["/etc/service/environment"].content, "PORT=\"8000\"\n") && !strcontains(local.files["/etc/service/environment"].content, "PORT=\"80\"")
    error_message = "PORT is what load balancer and health check ask."
  }
}

run "limits_in_the_wrong_order_are_refused" {
  command = plan

  variables {
    auto_scaling = { min = 4, max = 2, desired = 3 }
  }

  expect_failures = [var.auto_scaling]
}
