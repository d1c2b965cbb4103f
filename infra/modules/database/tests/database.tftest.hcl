mock_provider "aws" {}

variables {
  name                       = "ship"
  engine                     = "postgres"
  engine_version             = "16"
  instance_class             = "db.t4g.micro"
  vpc_id                     = "vpc-1"
  subnet_ids                 = ["subnet-1", "subnet-2"]
  allowed_security_group_ids = { api = "sg-api" }
  database_name              = "ship"
}

run "postgres_is_closed_encrypted_and_backed_up" {
  command = plan

  assert {
    condition     = aws_db_instance.this.storage_encrypted && !aws_db_instance.this.publicly_accessible
    error_message = "The database is encrypted and not public."
  }

  assert {
    condition     = aws_db_instance.this.manage_master_user_password && aws_db_instance.this.password == null
    error_message = "RDS keeps the password; the configuration has none."
  }

  assert {
    condition     = aws_db_instance.this.backup_retention_period == 7
    error_message = "Backups are kept for seven days."
  }

  assert {
    condition     = aws_db_instance.this.deletion_protection && !aws_db_instance.this.skip_final_snapshot && aws_db_instance.this.final_snapshot_identifier == "ship-final"
    error_message = "The database is protected, and a last snapshot is taken when it goes after all."
  }

  assert {
    condition     = aws_db_parameter_group.this.family == "postgres16" && one([for parameter in aws_db_parameter_group.this.parameter : parameter.value if parameter.name == "rds.force_ssl"]) == "1"
    error_message = "TLS is forced."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.service) == 1 && aws_vpc_security_group_ingress_rule.service["api"].referenced_security_group_id == "sg-api" && aws_vpc_security_group_ingress_rule.service["api"].from_port == 5432 && aws_vpc_security_group_ingress_rule.service["api"].to_port == 5432
    error_message = "Only the named security group comes in, at the engine's port only."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this["postgresql"].name == "/aws/rds/instance/ship/postgresql" && toset(aws_db_instance.this.enabled_cloudwatch_logs_exports) == toset(["postgresql", "upgrade"])
    error_message = "The logs are exported to groups that expire."
  }
}

run "mysql_over_two_zones" {
  command = plan

  variables {
    engine               = "mysql"
    engine_version       = "8.0.40"
    multi_az             = true
    performance_insights = true
  }

  assert {
    condition     = aws_db_parameter_group.this.family == "mysql8.0" && one([for parameter in aws_db_parameter_group.this.parameter : parameter.value if parameter.name == "require_secure_transport"]) == "1"
    error_message = "TLS is forced in MySQL's own way."
  }

  assert {
    condition     = aws_db_instance.this.multi_az && aws_vpc_security_group_ingress_rule.service["api"].from_port == 3306
    error_message = "A standby in another zone, at MySQL's port."
  }

  assert {
    condition     = aws_db_instance.this.performance_insights_enabled && aws_db_instance.this.performance_insights_retention_period == 7
    error_message = "Performance Insights keeps the seven days that are free."
  }
}

run "a_test_can_destroy_everything" {
  command = plan

  variables {
    deletion_protection = false
  }

  assert {
    condition     = !aws_db_instance.this.deletion_protection && aws_db_instance.this.skip_final_snapshot && aws_db_instance.this.delete_automated_backups
    error_message = "Without protection nothing of the database stays."
  }
}

run "an_unknown_engine_is_refused" {
  command = plan

  variables {
    engine = "oracle"
  }

  expect_failures = [var.engine]
}

run "mysql_8_alone_is_no_version" {
  command = plan

  variables {
    engine         = "mysql"
    engine_version = "8"
  }

  expect_failures = [var.engine_version]
}

run "no_backups_are_refused" {
  command = plan

  variables {
    backup_retention_days = 0
  }

  expect_failures = [var.backup_retention_days]
}

run "a_database_for_nobody_is_refused" {
  command = plan

  variables {
    allowed_security_group_ids = {}
  }

  expect_failures = [var.allowed_security_group_ids]
}

run "one_subnet_is_refused" {
  command = plan

  variables {
    subnet_ids = ["subnet-1"]
  }

  expect_failures = [var.subnet_ids]
}

run "the_engines_own_user_is_refused" {
  command = plan

  variables {
    username = "Postgres"
  }

  expect_failures = [var.username]
}
