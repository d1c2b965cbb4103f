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

mock_provider "aws" {
  alias = "replica"

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
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
    condition     = output.stack == "quizflow" && output.region == "us-east-1" && output.service_host == "ecs"
    error_message = "The outputs say what the stack is."
  }

  assert {
    condition     = output.public_url == "https://example.com" && output.api_url == "https://api.example.com" && output.health_check_path == "/health"
    error_message = "The site is the domain, the API is api below it."
  }

  assert {
    condition     = output.service_name == "quizflow-api" && output.container_name == "quizflow-api" && output.repository_name == "quizflow-api" && output.log_group == "/aws/ecs/quizflow-api"
    error_message = "Service, repository and log group have the names that are documented."
  }

  assert {
    condition     = keys(aws_secretsmanager_secret.application) == ["DATABASE_URL", "JWT_ACCESS_SECRET", "JWT_REFRESH_SECRET", "OPENAI_API_KEY", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"]
    error_message = "Every secret of the application has a place."
  }

  assert {
    condition     = local.environment.NODE_ENV == "production" && local.environment.API_URL == "https://api.example.com" && local.environment.WEB_URL == "https://example.com" && local.environment.CORS_ORIGIN == "https://example.com" && local.environment.JWT_ACCESS_EXPIRES == "15m" && local.environment.JWT_REFRESH_EXPIRES == "7d" && local.environment.MAX_FILE_SIZE == "10485760" && local.environment.RATE_LIMIT_WINDOW_MS == "900000" && local.environment.RATE_LIMIT_MAX_REQUESTS == "100"
    error_message = "The API's environment is the documented one."
  }

  assert {
    condition     = length(setintersection(keys(local.environment), keys(local.secrets))) == 0
    error_message = "What is secret is in no plain variable."
  }

  assert {
    condition     = output.uploads_bucket == "quizflow-uploads-123456789012" && length(module.uploads_replica) == 0
    error_message = "Uploads have one bucket unless a region for a copy is named."
  }

  assert {
    condition     = length(module.database) == 1 && keys(local.database_egress) == tolist(["database"])
    error_message = "The database is a DocumentDB cluster in the VPC, and the tasks may go to it and to HTTPS only."
  }

  assert {
    condition     = var.scale_out == { threshold = 70, minutes = 5 } && var.scale_in == { threshold = 30, minutes = 15 } && var.min_tasks == 2 && var.max_tasks == 10
    error_message = "2 to 10 tasks: out over 70 % for 5 minutes, in under 30 % for 15."
  }

  assert {
    condition     = local.default_tags == { Project = "quizflow", Environment = "production", ManagedBy = "Terraform", Stack = "quizflow" }
    error_message = "Every resource says whose it is."
  }
}

run "with_a_mongo_elsewhere" {
  command = plan

  variables {
    mongo_url_secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:atlas-AbCdEf"
    mongo_cidrs          = ["192.0.2.0/24"]
  }

  assert {
    condition     = length(module.database) == 0 && local.secrets.DATABASE_URL == "arn:aws:secretsmanager:us-east-1:123456789012:secret:atlas-AbCdEf" && !contains(keys(aws_secretsmanager_secret.application), "DATABASE_URL")
    error_message = "The named secret holds the URL, and no cluster is made."
  }

  assert {
    condition     = one(values(local.database_egress)).cidr_ipv4 == "192.0.2.0/24"
    error_message = "The tasks may go to that Mongo."
  }

  assert {
    condition     = output.database_endpoint == null && output.database_admin_secret_arn == null
    error_message = "There is nothing of a database to tell."
  }
}

run "with_a_copy_abroad" {
  command = plan

  variables {
    uploads_replica_region = "us-west-2"
  }

  assert {
    condition     = length(module.uploads_replica) == 1 && module.uploads_replica["replica"].bucket == "quizflow-uploads-replica-123456789012"
    error_message = "A second bucket holds the copy."
  }
}

run "no_copy_in_the_same_region" {
  command = plan

  variables {
    uploads_replica_region = "us-east-1"
  }

  expect_failures = [var.uploads_replica_region]
}

run "no_url_instead_of_a_secret" {
  command = plan

  variables {
    mongo_url_secret_arn = "mongodb+srv://somebody:password@example.com/quizflow"
  }

  expect_failures = [var.mongo_url_secret_arn]
}

run "no_domain_in_capitals" {
  command = plan

  variables {
    domain_name = "Example.com"
  }

  expect_failures = [var.domain_name]
}
