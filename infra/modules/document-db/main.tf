locals {
  port = 27017
  # The family names major and minor version: docdb5.0.
  family      = "docdb${join(".", slice(split(".", var.engine_version), 0, 2))}"
  log_exports = ["audit", "profiler"]
}

resource "aws_docdb_subnet_group" "this" {
  name        = var.name
  description = "Private subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
}

resource "aws_security_group" "this" {
  name        = "${var.name}-documentdb"
  description = "DocumentDB ${var.name}: only the services that use it come in, nothing goes out"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-documentdb" }
}

resource "aws_vpc_security_group_ingress_rule" "service" {
  for_each = var.allowed_security_group_ids

  security_group_id            = aws_security_group.this.id
  description                  = "MongoDB protocol from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  referenced_security_group_id = each.value
}

# A prefix and create_before_destroy let a new major version have its own group before the old one goes.
resource "aws_docdb_cluster_parameter_group" "this" {
  name_prefix = "${var.name}-"
  description = "${var.name}: connections without TLS are refused"
  family      = local.family

  parameter {
    name         = "tls"
    value        = "enabled"
    apply_method = "pending-reboot"
  }

  parameter {
    name         = "audit_logs"
    value        = "enabled"
    apply_method = "pending-reboot"
  }

  parameter {
    name         = "profiler"
    value        = "enabled"
    apply_method = "pending-reboot"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# DocumentDB makes these groups itself on the first line, and keeps them for ever; made here, they have an end.
resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(local.log_exports)

  name              = "/aws/docdb/${var.name}/${each.key}"
  retention_in_days = var.log_retention_days
}

resource "aws_docdb_cluster" "this" {
  cluster_identifier = var.name

  engine                      = "docdb"
  engine_version              = var.engine_version
  allow_major_version_upgrade = false

  master_username = var.username
  # DocumentDB makes the password, keeps it in Secrets Manager and rotates it; the state never holds it.
  manage_master_user_password = true

  port                            = local.port
  db_subnet_group_name            = aws_docdb_subnet_group.this.name
  vpc_security_group_ids          = [aws_security_group.this.id]
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.this.name
  storage_encrypted               = true
  kms_key_id                      = var.kms_key_arn

  backup_retention_period         = var.backup_retention_days
  preferred_backup_window         = "03:00-04:00"
  preferred_maintenance_window    = "sun:04:30-sun:05:30"
  enabled_cloudwatch_logs_exports = local.log_exports
  apply_immediately               = var.apply_immediately

  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = !var.deletion_protection
  final_snapshot_identifier = var.deletion_protection ? "${var.name}-final" : null

  depends_on = [aws_cloudwatch_log_group.this]
}

# DocumentDB spreads the instances over the subnets' zones; the first one writes, the others take over from it.
resource "aws_docdb_cluster_instance" "this" {
  for_each = toset([for number in range(1, var.instances + 1) : tostring(number)])

  identifier                 = "${var.name}-${each.key}"
  cluster_identifier         = aws_docdb_cluster.this.id
  instance_class             = var.instance_class
  auto_minor_version_upgrade = true
  copy_tags_to_snapshot      = true
  promotion_tier             = tonumber(each.key)
  apply_immediately          = var.apply_immediately
}
