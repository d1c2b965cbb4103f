locals {
  log_configuration = {
    logDriver = "awslogs"
    options = {
      awslogs-group         = aws_cloudwatch_log_group.this.name
      awslogs-region        = data.aws_region.current.name
      awslogs-stream-prefix = var.name
    }
  }

  tracing = var.xray ? {
    OTEL_SERVICE_NAME           = var.name
    OTEL_EXPORTER_OTLP_ENDPOINT = "http://localhost:4318"
    OTEL_PROPAGATORS            = "xray"
    OTEL_TRACES_SAMPLER         = "parentbased_traceidratio"
    OTEL_TRACES_SAMPLER_ARG     = tostring(var.xray_sampling_rate)
  } : {}

  # Written in the order in which ECS answers (by name), so that a second plan finds nothing to change.
  environment = merge({ PORT = tostring(var.container_port) }, local.tracing, var.environment)

  application = {
    name      = var.name
    image     = var.image
    essential = true
    portMappings = [
      { containerPort = var.container_port, hostPort = var.container_port, protocol = "tcp" },
    ]
    environment      = [for name in sort(keys(local.environment)) : { name = name, value = local.environment[name] }]
    secrets          = [for name in sort(keys(var.secrets)) : { name = name, valueFrom = var.secrets[name] }]
    logConfiguration = local.log_configuration
    linuxParameters  = { initProcessEnabled = true }
    stopTimeout      = 30
  }

  collector = {
    name  = "xray"
    image = var.xray_image
    # Losing traces is no reason to lose the service.
    essential         = false
    command           = ["--config=/etc/ecs/ecs-xray.yaml"]
    cpu               = 32
    memoryReservation = 128
    portMappings      = [{ containerPort = 4318, hostPort = 4318, protocol = "tcp" }]
    logConfiguration  = local.log_configuration
  }
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.cpu_architecture
  }

  container_definitions = var.xray ? jsonencode([local.application, local.collector]) : jsonencode([local.application])

  lifecycle {
    precondition {
      condition     = length(setintersection(keys(local.environment), keys(var.secrets))) == 0
      error_message = "A name is both in environment and in secrets; ECS takes a name once."
    }
  }
}
