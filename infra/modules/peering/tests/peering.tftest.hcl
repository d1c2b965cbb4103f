mock_provider "aws" {}

variables {
  name      = "watch"
  requester = { vpc_id = "vpc-1", cidr = "10.1.0.0/16", route_table_ids = ["rtb-1"] }
  accepter  = { vpc_id = "vpc-2", cidr = "10.0.0.0/16", route_table_ids = ["rtb-2", "rtb-3"] }
}

run "both_sides_get_their_routes" {
  command = plan

  assert {
    condition     = [for route in aws_route.requester : route.destination_cidr_block] == ["10.0.0.0/16"]
    error_message = "The requester's table leads to the accepter."
  }

  assert {
    condition     = [for route in aws_route.accepter : route.destination_cidr_block] == ["10.1.0.0/16", "10.1.0.0/16"]
    error_message = "Both of the accepter's tables lead to the requester."
  }
}

run "names_resolve_to_private_addresses_on_both_sides" {
  command = plan

  assert {
    condition = (
      aws_vpc_peering_connection_options.this.requester[0].allow_remote_vpc_dns_resolution &&
      aws_vpc_peering_connection_options.this.accepter[0].allow_remote_vpc_dns_resolution
    )
    error_message = "Both sides resolve the other one's names."
  }
}

run "one_range_within_the_other_is_refused" {
  command = plan

  variables {
    requester = { vpc_id = "vpc-1", cidr = "10.0.128.0/20", route_table_ids = ["rtb-1"] }
  }

  expect_failures = [aws_vpc_peering_connection.this]
}
