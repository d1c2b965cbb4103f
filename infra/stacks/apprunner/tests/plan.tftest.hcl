# Plans the whole stack without AWS. What a module decides by itself, the module's own tests look at.

mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = { names = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_data "aws_route53_zone" {
    defaults = { name = "example.com", zone_id = "Z0123456789EXAMPLE", private_zone = false }
  }
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  domain_name = "example.com"
}

run "app_runner" {
  command = plan

  assert {
    condition     = output.stack == "apprunner" && output.region == "us-east-1" && output.service_host == "apprunner" && output.database_instance == "apprunner-database"
    error_message = "The outputs say what the stack is."
  }

  assert {
    condition     = output.public_url == "https://app.example.com" && output.api_url == "https://api.example.com" && output.health_check_path == "/health"
    error_message = "The site is app.example.com, the API api.example.com."
  }

  assert {
    condition     = output.cluster_name == null && output.service_name == null && output.container_name == null
    error_message = "Nothing of ECS is told on App Runner."
  }

  assert {
    condition     = length(module.app_runner) == 1 && length(module.ecs_service) == 0 && length(module.load_balancer) == 0 && length(module.api_certificate) == 0
    error_message = "App Runner needs no load balancer and no certificate of ours."
  }

  assert {
    condition     = output.repository_name == "apprunner/backend" && output.ledger_prefix == "ledger"
    error_message = "Images and ledger have their places."
  }

  assert {
    condition     = keys(aws_route53_record.site) == ["A", "AAAA"] && aws_route53_record.site["A"].name == "app.example.com" && length(aws_route53_record.api) == 0
    error_message = "The site has its aliases; the API's is written by its module."
  }

  assert {
    condition     = length(aws_route53_zone.this) == 1 && !aws_route53_zone.this[0].force_destroy
    error_message = "Without a zone id a zone is made, and it is not thrown away with records in it."
  }

  assert {
    condition     = local.environment.VAULT_ROLE == "node-api" && local.environment.VAULT_SECRET_PATH == "kv/data/secrets/app" && local.environment.NODE_ENV == "production" && keys(local.environment) == ["NODE_ENV", "VAULT_ADDR", "VAULT_ROLE", "VAULT_SECRET_PATH"]
    error_message = "The API is told where its secrets are, and none of them."
  }

  assert {
    condition     = output.github_deploy_role_arn == null && length(module.github) == 0
    error_message = "Nobody deploys from GitHub unless a repository is named."
  }

  assert {
    condition     = local.tags == { Project = "apprunner", Environment = "production", ManagedBy = "Terraform", Stack = "apprunner" }
    error_message = "Every resource says whose it is."
  }
}

run "ecs" {
  command = plan

  variables {
    service_host = "ecs"
  }

  assert {
    condition     = length(module.app_runner) == 0 && length(module.ecs_service) == 1 && length(module.load_balancer) == 1 && length(module.api_certificate) == 1
    error_message = "The same API runs on ECS behind a load balancer with a certificate of ours."
  }

  assert {
    condition     = output.service_host == "ecs" && output.service_arn == null && output.image_role_arn == null && output.service_name == "apprunner-api" && output.container_name == "apprunner-api"
    error_message = "The outputs are ECS's."
  }

  assert {
    condition     = aws_route53_record.api[0].name == "api.example.com" && aws_route53_record.api[0].type == "A"
    error_message = "The API's name leads to the load balancer."
  }

  assert {
    condition     = output.public_url == "https://app.example.com" && output.api_url == "https://api.example.com"
    error_message = "Nobody outside notices where the API runs."
  }
}

run "a_zone_that_is_there" {
  command = plan

  variables {
    hosted_zone_id    = "Z0123456789EXAMPLE"
    github_repository = "example/shop"
    state_bucket      = "terraform-state"
  }

  assert {
    condition     = length(aws_route53_zone.this) == 0 && local.zone_id == "Z0123456789EXAMPLE" && output.name_servers == null
    error_message = "An existing zone is used, not made."
  }

  assert {
    condition     = length(module.github) == 1
    error_message = "GitHub gets its roles."
  }
}

run "a_zone_of_another_domain" {
  command = plan

  variables {
    domain_name    = "example.org"
    hosted_zone_id = "Z0123456789EXAMPLE"
  }

  expect_failures = [data.aws_route53_zone.existing]
}

run "another_host" {
  command = plan

  variables {
    service_host = "lambda"
  }

  expect_failures = [var.service_host]
}

run "no_way_out" {
  command = plan

  variables {
    nat = "none"
  }

  expect_failures = [var.nat]
}

run "another_database" {
  command = plan

  variables {
    database_engine_version = "5.7"
  }

  expect_failures = [var.database_engine_version]
}

run "one_name_for_two_things" {
  command = plan

  variables {
    api_subdomain = "app"
  }

  expect_failures = [var.api_subdomain]
}
