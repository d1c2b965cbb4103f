locals {
  # Until the first deploy there is no image of ours, and a service whose first image does not pass its health check
  # is created as failed and has to be deleted by hand. This stand-in answers 200 to every path.
  # https://docs.aws.amazon.com/apprunner/latest/dg/manage-create.html
  # App Runner does not say how it splits a start command, so the program is percent-encoded: no blank, no quote.
  stand_in_image   = "public.ecr.aws/docker/library/node:22-alpine"
  stand_in_program = "import{createServer}from\"node:http\";createServer((q,s)=>s.end(\"no-release-yet\")).listen(process.env.PORT)"
  stand_in_command = "node --import data:text/javascript,${urlencode(local.stand_in_program)}"

  image      = coalesce(var.image, local.stand_in_image)
  image_type = startswith(local.image, "public.ecr.aws/") ? "ECR_PUBLIC" : "ECR"
}

resource "aws_apprunner_auto_scaling_configuration_version" "this" {
  auto_scaling_configuration_name = trimsuffix(substr(var.name, 0, 32), "-")

  min_size        = var.min_instances
  max_size        = var.max_instances
  max_concurrency = var.max_concurrency

  # A revision that a service uses cannot be deleted.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_apprunner_vpc_connector" "this" {
  vpc_connector_name = "${trimsuffix(substr(var.name, 0, 26), "-")}-vpc-connector"
  subnets            = var.subnet_ids
  security_groups    = [aws_security_group.connector.id]
}

resource "aws_apprunner_service" "this" {
  service_name                   = var.name
  auto_scaling_configuration_arn = aws_apprunner_auto_scaling_configuration_version.this.arn

  source_configuration {
    # A deploy says which image runs. With automatic deployments a push alone would change what serves,
    # before the migration and without a way back.
    auto_deployments_enabled = false

    # App Runner refuses an access role for an image of ECR Public.
    dynamic "authentication_configuration" {
      for_each = local.image_type == "ECR" ? [aws_iam_role.access.arn] : []

      content {
        access_role_arn = authentication_configuration.value
      }
    }

    image_repository {
      image_identifier      = local.image
      image_repository_type = local.image_type

      image_configuration {
        port                          = tostring(var.port)
        start_command                 = var.image == null ? local.stand_in_command : null
        runtime_environment_variables = var.environment
        runtime_environment_secrets   = var.secrets
      }
    }
  }

  instance_configuration {
    cpu               = tostring(var.cpu)
    memory            = tostring(var.memory)
    instance_role_arn = aws_iam_role.instance.arn
  }

  health_check_configuration {
    protocol            = "HTTP"
    path                = var.health_check.path
    interval            = var.health_check.interval
    timeout             = var.health_check.timeout
    healthy_threshold   = var.health_check.healthy_threshold
    unhealthy_threshold = var.health_check.unhealthy_threshold
  }

  network_configuration {
    ip_address_type = "IPV4"

    egress_configuration {
      egress_type       = "VPC"
      vpc_connector_arn = aws_apprunner_vpc_connector.this.arn
    }

    ingress_configuration {
      is_publicly_accessible = true
    }
  }

  # Which image runs, and as which release, is a deploy's to say. Everything else stays Terraform's.
  lifecycle {
    ignore_changes = [
      source_configuration[0].authentication_configuration,
      source_configuration[0].image_repository[0].image_identifier,
      source_configuration[0].image_repository[0].image_repository_type,
      source_configuration[0].image_repository[0].image_configuration[0].start_command,
      source_configuration[0].image_repository[0].image_configuration[0].runtime_environment_variables["RELEASE_ID"],
      source_configuration[0].image_repository[0].image_configuration[0].runtime_environment_variables["RELEASE_COMMIT"],
    ]
  }

  # The first start reads the secrets and, from a repository of ours, pulls the image.
  depends_on = [
    aws_iam_role_policy.access,
    aws_iam_role_policy.instance_secrets,
    aws_vpc_security_group_egress_rule.connector,
  ]
}
