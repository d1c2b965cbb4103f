# Plans the whole stack without AWS. What the real provider makes of it, the integration tests look at.

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
    defaults = { id = "us-east-1", name = "us-east-1" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

mock_provider "aws" {
  alias = "us_east_1"

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
  domain_name = "example.com"
}

run "by_default" {
  command = plan

  assert {
    condition     = output.stack == "cpm" && output.region == "us-east-1" && output.service_host == "ecs" && output.database_instance == "cpm-db"
    error_message = "The outputs say what the stack is."
  }

  assert {
    condition     = output.public_url == "https://example.com" && output.api_url == "https://api.example.com" && output.health_check_path == "/api/auth/health"
    error_message = "Site and API are one name; the API has its own as well."
  }

  assert {
    condition     = output.cluster_name == "cpm-cluster" && output.service_name == "cpm-backend" && output.container_name == "cpm-backend" && output.log_group == "/ecs/cpm-backend"
    error_message = "Cluster, service and log group have the names that are documented."
  }

  assert {
    condition     = output.repository_name == "cpm-backend" && output.ledger_prefix == "ledger"
    error_message = "Images and ledger have their places."
  }

  assert {
    condition     = keys(aws_secretsmanager_secret.application) == ["DATABASE_URL", "JWT_SECRET"] && aws_secretsmanager_secret.application["JWT_SECRET"].name == "cpm/JWT_SECRET" && aws_secretsmanager_secret.application["JWT_SECRET"].recovery_window_in_days == 30
    error_message = "Secrets have places, and come back within 30 days."
  }

  assert {
    condition     = local.environment.NODE_ENV == "production" && local.environment.AUTH_STRATEGY == "jwt" && local.environment.JWT_EXPIRES_IN == "7d" && local.environment.CORS_ORIGIN == "https://example.com"
    error_message = "The backend's environment is the documented one."
  }

  assert {
    condition     = length(setintersection(keys(local.environment), keys(aws_secretsmanager_secret.application))) == 0
    error_message = "What is secret is in no plain variable."
  }

  assert {
    condition     = aws_cloudwatch_dashboard.this.dashboard_name == "CPM-Monitoring"
    error_message = "The dashboard has its documented name."
  }

  assert {
    condition     = keys(aws_route53_zone.this) == ["example.com"] && keys(aws_route53_record.site) == ["A", "AAAA"] && aws_route53_record.api.name == "api.example.com"
    error_message = "Without a zone id a zone is made, with records for site and API."
  }

  assert {
    condition     = aws_network_acl_rule.https.egress && aws_network_acl_rule.https.to_port == 443 && aws_network_acl_rule.answers.from_port == 1024
    error_message = "From the private subnets only HTTPS leaves the VPC."
  }

  assert {
    condition     = aws_kms_key.logs.enable_key_rotation
    error_message = "The logs' key is changed every year."
  }

  assert {
    condition     = output.deploy_role_arn == null && length(module.github) == 0
    error_message = "Nobody deploys from GitHub unless a repository is named."
  }

  assert {
    condition     = local.default_tags == { Project = "cpm", Environment = "production", ManagedBy = "Terraform", Stack = "cpm" }
    error_message = "Every resource says whose it is."
  }
}

run "for_a_test" {
  command = plan

  variables {
    deletion_protection = false
    zone_id             = "Z0123456789EXAMPLE"
    github_repository   = "example/cpm"
    state_bucket        = "cpm-terraform-state"
  }

  assert {
    condition     = alltrue([for secret in aws_secretsmanager_secret.application : secret.recovery_window_in_days == 0])
    error_message = "Without deletion protection nothing stays behind."
  }

  assert {
    condition     = length(aws_route53_zone.this) == 0 && output.name_servers == null && local.zone_id == "Z0123456789EXAMPLE"
    error_message = "A zone that is there is used, not made."
  }

  assert {
    condition     = length(module.github) == 1
    error_message = "GitHub gets its roles."
  }
}

run "a_cache_for_a_client_that_knows_only_a_url" {
  command = plan

  variables {
    cache_authentication = "network"
  }

  assert {
    condition     = module.cache.username == null && module.cache.policy_json == null
    error_message = "Without IAM there is no user to sign in as."
  }
}

run "no_domain_in_capitals" {
  command = plan

  variables {
    domain_name = "Example.com"
  }

  expect_failures = [var.domain_name]
}

run "no_single_zone" {
  command = plan

  variables {
    availability_zone_count = 1
  }

  expect_failures = [var.availability_zone_count]
}

run "no_health_check_that_cannot_be_reached" {
  command = plan

  variables {
    health_check_path = "/health"
  }

  expect_failures = [var.health_check_path]
}

run "no_workflows_without_a_state" {
  command = plan

  variables {
    github_repository = "example/cpm"
  }

  expect_failures = [var.state_bucket]
}
