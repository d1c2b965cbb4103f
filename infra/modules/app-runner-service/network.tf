resource "aws_security_group" "connector" {
  name        = "${var.name}-connector"
  description = "What the App Runner service ${var.name} may reach through its VPC connector"
  vpc_id      = var.vpc_id

  tags = {
    Name = "${var.name}-connector"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# A connector only lets traffic out: there is no ingress rule, and none would do anything.
resource "aws_vpc_security_group_egress_rule" "connector" {
  for_each = var.egress

  security_group_id            = aws_security_group.connector.id
  description                  = each.value.description
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = each.value.security_group_id
  cidr_ipv4                    = each.value.cidr_ipv4

  tags = {
    Name = "${var.name}-connector-${each.key}"
  }
}
