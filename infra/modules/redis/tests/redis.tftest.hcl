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
  name                       = "shop-redis"
  vpc_id                     = "vpc-1"
  subnet_ids                 = ["subnet-1", "subnet-2"]
  allowed_security_group_ids = { api = "sg-1" }
}

run "by_default" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.at_rest_encryption_enabled && aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.multi_az_enabled && aws_elasticache_replication_group.this.automatic_failover_enabled
    error_message = "Encrypted both ways, with a standby in another zone."
  }

  assert {
    condition     = aws_elasticache_user.application[0].authentication_mode[0].type == "iam" && aws_elasticache_user.application[0].user_id == aws_elasticache_user.application[0].user_name
    error_message = "The application signs in by IAM, where a user's name is its id."
  }

  assert {
    condition     = aws_elasticache_user.default[0].access_string == "off ~keys* -@all" && aws_elasticache_user.default[0].user_name == "default"
    error_message = "Who names no user may do nothing."
  }

  assert {
    condition     = aws_elasticache_replication_group.this.final_snapshot_identifier == "shop-redis-final" && aws_elasticache_replication_group.this.parameter_group_name == "default.redis7"
    error_message = "The last snapshot is kept."
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.service) == ["api"] && aws_vpc_security_group_ingress_rule.service["api"].from_port == 6379
    error_message = "The named services come in, nobody else."
  }
}

run "one_valkey_node_for_a_client_with_a_url" {
  command = plan

  variables {
    engine              = "valkey"
    engine_version      = "8.0"
    nodes               = 1
    authentication      = "network"
    deletion_protection = false
  }

  assert {
    condition     = !aws_elasticache_replication_group.this.multi_az_enabled && !aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.parameter_group_name == "default.valkey8"
    error_message = "One node has nobody to take over."
  }

  assert {
    condition     = length(aws_elasticache_user.application) == 0 && output.username == null && output.policy_json == null && aws_elasticache_replication_group.this.final_snapshot_identifier == null
    error_message = "No users, and nothing stays behind."
  }
}

run "nobody_may_connect" {
  command = plan

  variables {
    allowed_security_group_ids = {}
  }

  expect_failures = [var.allowed_security_group_ids]
}

run "no_version_without_sign_in_by_role" {
  command = plan

  variables {
    engine_version = "6.2"
  }

  expect_failures = [var.engine_version]
}
