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
  name                       = "shop-db"
  vpc_id                     = "vpc-1"
  subnet_ids                 = ["subnet-1", "subnet-2"]
  allowed_security_group_ids = { api = "sg-1" }
}

run "by_default" {
  command = plan

  assert {
    condition     = aws_docdb_cluster.this.storage_encrypted && aws_docdb_cluster.this.manage_master_user_password && aws_docdb_cluster.this.backup_retention_period == 30 && aws_docdb_cluster.this.deletion_protection
    error_message = "Encrypted, 30 days of backups, no password of ours, protected."
  }

  assert {
    condition     = one([for parameter in aws_docdb_cluster_parameter_group.this.parameter : parameter.value if parameter.name == "tls"]) == "enabled" && aws_docdb_cluster_parameter_group.this.family == "docdb5.0"
    error_message = "TLS is required."
  }

  assert {
    condition     = length(aws_docdb_cluster_instance.this) == 2 && aws_docdb_cluster_instance.this["1"].promotion_tier == 1
    error_message = "One instance takes over from the other."
  }

  assert {
    condition     = aws_docdb_cluster.this.final_snapshot_identifier == "shop-db-final" && !aws_docdb_cluster.this.skip_final_snapshot
    error_message = "The last snapshot is kept."
  }

  assert {
    condition     = keys(aws_cloudwatch_log_group.this) == ["audit", "profiler"] && aws_vpc_security_group_ingress_rule.service["api"].from_port == 27017
    error_message = "Logs have an end; the named services come in, nobody else."
  }
}

run "for_a_test" {
  command = plan

  variables {
    deletion_protection = false
    instances           = 1
  }

  assert {
    condition     = aws_docdb_cluster.this.skip_final_snapshot && !aws_docdb_cluster.this.deletion_protection && length(aws_docdb_cluster_instance.this) == 1
    error_message = "Without protection nothing stays behind."
  }
}

run "one_zone_is_not_enough" {
  command = plan

  variables {
    subnet_ids = ["subnet-1"]
  }

  expect_failures = [var.subnet_ids]
}

run "backups_have_a_limit" {
  command = plan

  variables {
    backup_retention_days = 60
  }

  expect_failures = [var.backup_retention_days]
}
