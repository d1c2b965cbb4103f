output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "vpc_cidr" {
  description = "IPv4 range of the VPC."
  value       = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  description = "Ids of the public subnets, in the order of the zones."
  value       = [for zone in local.zones : aws_subnet.public[zone].id]
}

output "private_subnet_ids" {
  description = "Ids of the private subnets, in the order of the zones."
  value       = [for zone in local.zones : aws_subnet.private[zone].id]
}

output "public_route_table_id" {
  description = "Id of the one route table of the public subnets."
  value       = aws_route_table.public.id
}

output "private_route_table_ids" {
  description = "Ids of the private subnets' route tables, in the order of the zones."
  value       = [for zone in local.zones : aws_route_table.private[zone].id]
}

output "nat_public_ips" {
  description = "Public addresses that traffic from the private subnets comes from; empty without NAT."
  value       = [for zone in local.nat_zones : aws_eip.nat[zone].public_ip]
}

output "availability_zones" {
  description = "Names of the zones, in the order that all lists here have."
  value       = local.zones
}
