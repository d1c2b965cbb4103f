mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = { names = ["us-east-1c", "us-east-1a", "us-east-1b"] }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

variables {
  name = "ship"
}

run "two_zones_by_default" {
  command = plan

  assert {
    condition     = join(",", keys(aws_subnet.public)) == "us-east-1a,us-east-1b" && join(",", keys(aws_subnet.private)) == "us-east-1a,us-east-1b"
    error_message = "Two zones, the first by name, each with a public and a private subnet."
  }

  assert {
    condition     = [for zone in ["us-east-1a", "us-east-1b"] : aws_subnet.public[zone].cidr_block] == ["10.0.0.0/20", "10.0.16.0/20"]
    error_message = "Public subnets are the first sixteenths of the range."
  }

  assert {
    condition     = [for zone in ["us-east-1a", "us-east-1b"] : aws_subnet.private[zone].cidr_block] == ["10.0.128.0/20", "10.0.144.0/20"]
    error_message = "Private subnets begin at the upper half, so that a further zone moves none."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.map_public_ip_on_launch]) && alltrue([for subnet in aws_subnet.private : subnet.map_public_ip_on_launch != true])
    error_message = "Public subnets give public addresses and private ones do not."
  }

  assert {
    condition     = aws_vpc.this.enable_dns_hostnames && aws_vpc.this.enable_dns_support
    error_message = "DNS host names are on."
  }

  assert {
    condition     = join(",", keys(aws_nat_gateway.this)) == "us-east-1a" && length(aws_route.nat) == 2
    error_message = "A single NAT gateway serves both private subnets."
  }

  assert {
    condition     = length(aws_route_table.private) == 2
    error_message = "Each zone has its own private route table."
  }

  assert {
    condition     = aws_vpc_endpoint.s3.service_name == "com.amazonaws.us-east-1.s3" && aws_vpc_endpoint.s3.vpc_endpoint_type == "Gateway"
    error_message = "S3 is reached through its gateway endpoint."
  }

  assert {
    condition     = length(aws_vpc_endpoint.interface) == 0 && length(aws_security_group.endpoints) == 0
    error_message = "There is no interface endpoint unless it is named."
  }

  assert {
    condition     = aws_flow_log.this["vpc"].traffic_type == "ALL" && aws_cloudwatch_log_group.flow_logs["vpc"].name == "/aws/vpc/ship"
    error_message = "All flows are logged."
  }
}

run "the_numbers_of_the_user" {
  command = plan

  variables {
    availability_zone_count = 3
    public_subnet_cidrs     = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
    private_subnet_cidrs    = ["10.0.4.0/24", "10.0.5.0/24", "10.0.6.0/24"]
    nat                     = "per_zone"
    flow_logs               = false
    interface_endpoints     = ["ecr.api", "logs"]
  }

  assert {
    condition     = aws_subnet.public["us-east-1c"].cidr_block == "10.0.3.0/24" && aws_subnet.private["us-east-1a"].cidr_block == "10.0.4.0/24"
    error_message = "The ranges that the user gives are used in the order of the zones."
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && length(aws_eip.nat) == 3
    error_message = "per_zone means one gateway and one address in each zone."
  }

  assert {
    condition     = length(aws_flow_log.this) == 0 && length(aws_iam_role.flow_logs) == 0 && length(aws_cloudwatch_log_group.flow_logs) == 0
    error_message = "Without flow logs, nothing of them is left."
  }

  assert {
    condition     = aws_vpc_endpoint.interface["ecr.api"].service_name == "com.amazonaws.us-east-1.ecr.api" && aws_vpc_endpoint.interface["logs"].private_dns_enabled
    error_message = "The named services have interface endpoints with private DNS."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints_https["interface"].cidr_ipv4 == "10.0.0.0/16" && aws_vpc_security_group_ingress_rule.endpoints_https["interface"].from_port == 443
    error_message = "Endpoints are reached over HTTPS from inside the VPC."
  }
}

run "no_nat" {
  command = plan

  variables {
    nat = "none"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_eip.nat) == 0 && length(aws_route.nat) == 0
    error_message = "Without NAT the private subnets have no way out."
  }
}

run "a_name_with_capitals_is_refused" {
  command = plan

  variables {
    name = "Ship"
  }

  expect_failures = [var.name]
}

run "a_range_too_small_to_cut_is_refused" {
  command = plan

  variables {
    cidr = "10.0.0.0/26"
  }

  expect_failures = [var.cidr]
}

run "too_few_ranges_are_refused" {
  command = plan

  variables {
    private_subnet_cidrs = ["10.0.4.0/24"]
  }

  expect_failures = [var.private_subnet_cidrs]
}

run "an_unknown_kind_of_nat_is_refused" {
  command = plan

  variables {
    nat = "instance"
  }

  expect_failures = [var.nat]
}

run "half_a_zone_is_refused" {
  command = plan

  variables {
    availability_zone_count = 1.5
  }

  expect_failures = [var.availability_zone_count]
}
