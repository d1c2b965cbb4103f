# Free, and it keeps releases, backups and image layers (which ECR serves from S3) off the NAT gateway's bill.
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.this.id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.${data.aws_region.current.id}.s3"
  route_table_ids   = concat([aws_route_table.public.id], [for zone in local.zones : aws_route_table.private[zone].id])

  tags = { Name = "${var.name}-s3" }
}

resource "aws_security_group" "endpoints" {
  for_each = length(var.interface_endpoints) > 0 ? toset(["interface"]) : toset([])

  name        = "${var.name}-endpoints"
  description = "Interface endpoints of AWS services"
  vpc_id      = aws_vpc.this.id

  tags = { Name = "${var.name}-endpoints" }
}

resource "aws_vpc_security_group_ingress_rule" "endpoints_https" {
  for_each = aws_security_group.endpoints

  security_group_id = each.value.id
  description       = "HTTPS from inside the VPC"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = var.cidr
}

resource "aws_vpc_endpoint" "interface" {
  for_each = var.interface_endpoints

  vpc_id              = aws_vpc.this.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${data.aws_region.current.id}.${each.key}"
  private_dns_enabled = true
  subnet_ids          = [for zone in local.zones : aws_subnet.private[zone].id]
  security_group_ids  = [aws_security_group.endpoints["interface"].id]

  tags = { Name = "${var.name}-${each.key}" }
}
