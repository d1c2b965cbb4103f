locals {
  prefixes = { for side, cidr in { requester = var.requester.cidr, accepter = var.accepter.cidr } : side => tonumber(split("/", cidr)[1]) }
  wider    = min(values(local.prefixes)...)

  # Two ranges overlap when they are one range at the shorter of their prefixes.
  overlap = cidrsubnet("${cidrhost(var.requester.cidr, 0)}/${local.wider}", 0, 0) == cidrsubnet("${cidrhost(var.accepter.cidr, 0)}/${local.wider}", 0, 0)
}

resource "aws_vpc_peering_connection" "this" {
  vpc_id      = var.requester.vpc_id
  peer_vpc_id = var.accepter.vpc_id
  auto_accept = true

  tags = { Name = var.name }

  lifecycle {
    precondition {
      condition     = !local.overlap
      error_message = "VPCs with overlapping ranges cannot be peered: ${var.requester.cidr} and ${var.accepter.cidr}."
    }
  }
}

# Names of the other side's instances resolve to their private addresses, which are the ones that the peering carries.
resource "aws_vpc_peering_connection_options" "this" {
  vpc_peering_connection_id = aws_vpc_peering_connection.this.id

  requester {
    allow_remote_vpc_dns_resolution = true
  }

  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}

resource "aws_route" "requester" {
  for_each = { for index, id in var.requester.route_table_ids : tostring(index) => id }

  route_table_id            = each.value
  destination_cidr_block    = var.accepter.cidr
  vpc_peering_connection_id = aws_vpc_peering_connection.this.id
}

resource "aws_route" "accepter" {
  for_each = { for index, id in var.accepter.route_table_ids : tostring(index) => id }

  route_table_id            = each.value
  destination_cidr_block    = var.requester.cidr
  vpc_peering_connection_id = aws_vpc_peering_connection.this.id
}
