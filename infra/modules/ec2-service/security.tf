resource "aws_security_group" "this" {
  name_prefix = "${var.name}-instance-"
  description = "Instances of ${var.name}"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-instance" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "from" {
  for_each = var.ingress

  security_group_id            = aws_security_group.this.id
  description                  = "from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = each.value.security_group_id
}

resource "aws_vpc_security_group_egress_rule" "to" {
  for_each = var.egress

  security_group_id            = aws_security_group.this.id
  description                  = "to ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = each.value.security_group_id
}

# Packages, releases, secrets, logs and Systems Manager: all HTTPS, none with addresses that could be listed.
resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.this.id
  description       = "HTTPS to AWS and package repositories"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}
