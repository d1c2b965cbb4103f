locals {
  port = 6379
  # Both engines ship a group per major version; valkey began with 7.
  major                = split(".", var.engine_version)[0]
  parameter_group_name = "default.${var.engine}${local.major}"
  iam                  = var.authentication == "iam"
}

resource "aws_elasticache_subnet_group" "this" {
  name        = var.name
  description = "Private subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
}

resource "aws_security_group" "this" {
  name        = "${var.name}-cache"
  description = "Cache ${var.name}: only the services that use it come in, nothing goes out"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-cache" }
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

resource "aws_elasticache_replication_group" "this" {
  replication_group_id = var.name
  description          = "Cache ${var.name}"

  engine               = var.engine
  engine_version       = var.engine_version
  node_type            = var.node_type
  port                 = local.port
  parameter_group_name = local.parameter_group_name

  num_cache_clusters         = var.nodes
  automatic_failover_enabled = var.nodes > 1
  multi_az_enabled           = var.nodes > 1

  subnet_group_name  = aws_elasticache_subnet_group.this.name
  security_group_ids = [aws_security_group.this.id]

  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  user_group_ids             = local.iam ? [aws_elasticache_user_group.this[0].user_group_id] : null

  snapshot_retention_limit  = var.snapshot_retention_days
  snapshot_window           = "03:00-04:00"
  maintenance_window        = "sun:04:30-sun:05:30"
  final_snapshot_identifier = var.deletion_protection ? "${var.name}-final" : null

  auto_minor_version_upgrade = true
  apply_immediately          = var.apply_immediately
}
