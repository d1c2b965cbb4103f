mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1", name = "us-east-1" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

variables {
  name                            = "shop-api"
  vpc_id                          = "vpc-1"
  subnet_ids                      = ["subnet-1", "subnet-2"]
  load_balancer_security_group_id = "sg-1"
  listener_arn                    = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shop/1/2"
  container_port                  = 5000
}

run "by_default" {
  command = plan

  assert {
    condition     = aws_ecs_cluster.this.name == "shop-api-cluster" && aws_cloudwatch_log_group.this.name == "/ecs/shop-api"
    error_message = "Cluster and log group are named after the service."
  }

  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].enable && aws_ecs_service.this.deployment_circuit_breaker[0].rollback && aws_ecs_service.this.desired_count == 2 && !aws_ecs_service.this.network_configuration[0].assign_public_ip
    error_message = "Two tasks without public addresses; a failed rollout goes back."
  }

  assert {
    condition     = aws_appautoscaling_target.this.min_capacity == 2 && aws_appautoscaling_target.this.max_capacity == 10
    error_message = "2 to 10 tasks."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.out.threshold == 70 && aws_cloudwatch_metric_alarm.out.evaluation_periods == 5 && aws_cloudwatch_metric_alarm.out.period == 60 && aws_cloudwatch_metric_alarm.out.comparison_operator == "GreaterThanThreshold"
    error_message = "Out over 70 % for 5 minutes."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.in.threshold == 30 && aws_cloudwatch_metric_alarm.in.evaluation_periods == 15 && aws_cloudwatch_metric_alarm.in.period == 60 && aws_cloudwatch_metric_alarm.in.comparison_operator == "LessThanThreshold"
    error_message = "In under 30 % for 15 minutes."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.load_balancer.from_port == 5000 && aws_vpc_security_group_ingress_rule.load_balancer.referenced_security_group_id == "sg-1" && length(aws_vpc_security_group_egress_rule.named) == 0
    error_message = "The load balancer comes in; beyond HTTPS nothing goes out."
  }

  assert {
    condition     = length(local.secret_arns) == 0 && local.environment == { PORT = "5000" }
    error_message = "The container is told its port, and nothing else."
  }
}

run "secrets_and_traces" {
  command = plan

  variables {
    xray = true
    secrets = {
      PASSWORD = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf:password::"
      TOKEN    = "arn:aws:ssm:us-east-1:123456789012:parameter/shop/token"
    }
    egress = {
      database = { port = 5432, security_group_id = "sg-2" }
      mongo    = { port = 27017, cidr_ipv4 = "192.0.2.0/24" }
    }
  }

  assert {
    condition     = local.secret_arns == ["arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf"] && local.parameter_arns == ["arn:aws:ssm:us-east-1:123456789012:parameter/shop/token"]
    error_message = "IAM gets the secret's ARN without the key in it, and parameters apart."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.named["database"].referenced_security_group_id == "sg-2" && aws_vpc_security_group_egress_rule.named["mongo"].cidr_ipv4 == "192.0.2.0/24"
    error_message = "The ways out are the named ones."
  }

  assert {
    condition     = local.environment["OTEL_EXPORTER_OTLP_ENDPOINT"] == "http://localhost:4318" && local.collector.essential == false
    error_message = "Traces go to the collector beside the application, which may fail alone."
  }
}

run "a_name_is_a_secret_or_it_is_not" {
  command = plan

  variables {
    environment = { TOKEN = "plain" }
    secrets     = { TOKEN = "arn:aws:ssm:us-east-1:123456789012:parameter/shop/token" }
  }

  expect_failures = [aws_ecs_task_definition.this]
}

run "no_size_that_fargate_does_not_have" {
  command = plan

  variables {
    cpu    = 256
    memory = 4096
  }

  expect_failures = [var.memory]
}

run "no_swinging" {
  command = plan

  variables {
    scale_in = { threshold = 80, minutes = 15 }
  }

  expect_failures = [var.scale_in]
}

run "no_rule_with_more_values_than_a_rule_holds" {
  command = plan

  variables {
    host_headers  = ["a.example.com", "b.example.com"]
    path_patterns = ["/a", "/b", "/c", "/d"]
  }

  expect_failures = [var.path_patterns]
}
