locals {
  port = { postgres = 5432, mysql = 3306 }[var.engine]

  # A family is the engine and its major version, which is one number for postgres and two for mysql.
  version_parts = split(".", var.engine_version)
  family        = var.engine == "postgres" ? "postgres${local.version_parts[0]}" : "mysql${join(".", slice(local.version_parts, 0, min(2, length(local.version_parts))))}"

  tls_parameter = { postgres = "rds.force_ssl", mysql = "require_secure_transport" }[var.engine]
  log_exports   = { postgres = ["postgresql", "upgrade"], mysql = ["error", "slowquery"] }[var.engine]
}

resource "aws_db_subnet_group" "this" {
  name        = var.name
  description = "Private subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
}

resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "Database ${var.name}: only the services that use it come in, nothing goes out"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-database" }
}

resource "aws_vpc_security_group_ingress_rule" "service" {
  for_each = var.allowed_security_group_ids

  security_group_id            = aws_security_group.this.id
  description                  = "${var.engine} from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  referenced_security_group_id = each.value
}

# A prefix and create_before_destroy let a new major version have its own group before the old one goes.
resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-"
  description = "${var.name}: connections without TLS are refused"
  family      = local.family

  parameter {
    name         = local.tls_parameter
    value        = "1"
    apply_method = "immediate"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# RDS makes these groups itself on the first line, and keeps them for ever; made here, they have an end.
resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(local.log_exports)

  name              = "/aws/rds/instance/${var.name}/${each.key}"
  retention_in_days = var.log_retention_days
}

resource "aws_db_instance" "this" {
  identifier = var.name

  engine                      = var.engine
  engine_version              = var.engine_version
  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = false
  instance_class              = var.instance_class
  multi_az                    = var.multi_az

  storage_type          = "gp3"
  allocated_storage     = var.allocated_storage
  max_allocated_storage = var.max_allocated_storage
  storage_encrypted     = true

  db_name  = var.database_name
  username = var.username
  port     = local.port
  # RDS makes the password, keeps it in Secrets Manager and rotates it; the state never holds it.
  manage_master_user_password = true

  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  parameter_group_name   = aws_db_parameter_group.this.name
  publicly_accessible    = false

  backup_retention_period = var.backup_retention_days
  backup_window           = "03:00-04:00"
  maintenance_window      = "sun:04:30-sun:05:30"
  copy_tags_to_snapshot   = true
  apply_immediately       = var.apply_immediately

  enabled_cloudwatch_logs_exports       = local.log_exports
  performance_insights_enabled          = var.performance_insights
  performance_insights_retention_period = var.performance_insights ? 7 : null

  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = !var.deletion_protection
  final_snapshot_identifier = var.deletion_protection ? "${var.name}-final" : null
  delete_automated_backups  = !var.deletion_protection

  depends_on = [aws_cloudwatch_log_group.this]
}
