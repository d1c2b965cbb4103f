locals {
  cluster_name   = coalesce(var.cluster_name, "${var.name}-cluster")
  log_group_name = coalesce(var.log_group_name, "/ecs/${var.name}")
}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

resource "aws_ecs_cluster" "this" {
  name = local.cluster_name

  setting {
    name  = "containerInsights"
    value = var.container_insights ? "enabled" : "disabled"
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = local.log_group_name
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = coalesce(var.desired_count, var.min)
  launch_type     = "FARGATE"
  propagate_tags  = "SERVICE"

  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = var.health_check_grace_seconds
  availability_zone_rebalancing      = "ENABLED"
  enable_ecs_managed_tags            = true

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.this.arn
    container_name   = var.name
    container_port   = var.container_port
  }

  # Which revision runs is decided by deploys (they register revisions of this family with the release's image), and how
  # many tasks by the scaling below. Terraform would put back its own placeholder image and its first count.
  lifecycle {
    ignore_changes = [task_definition, desired_count]
  }

  # A task that starts before the target group has a listener, or before its role may read the secrets, fails.
  depends_on = [
    aws_lb_listener_rule.this,
    aws_iam_role_policy.execution,
    aws_iam_role_policy.task,
  ]
}
