# Monitoring stands outside of what it watches: in a VPC of its own, reached through peering. The host has a public
# address for its way out, which saves a NAT gateway, and not one rule that lets anything in.
module "monitoring_network" {
  source = "../../modules/network"

  name                    = "${var.name}-monitoring"
  cidr                    = var.monitoring_cidr
  availability_zone_count = 1
  nat                     = "none"
}

module "peering" {
  source = "../../modules/peering"

  name = "${var.name}-monitoring"

  requester = {
    vpc_id          = module.monitoring_network.vpc_id
    cidr            = module.monitoring_network.vpc_cidr
    route_table_ids = [module.monitoring_network.public_route_table_id]
  }

  accepter = {
    vpc_id          = module.network.vpc_id
    cidr            = module.network.vpc_cidr
    route_table_ids = concat([module.network.public_route_table_id], module.network.private_route_table_ids)
  }
}

module "monitoring" {
  source = "../../modules/monitoring"

  name                = "${var.name}-monitoring"
  project             = var.name
  region              = var.region
  vpc_id              = module.monitoring_network.vpc_id
  subnet_id           = module.monitoring_network.public_subnet_ids[0]
  instance_type       = var.monitoring_instance_type
  target_cidrs        = { (var.name) = module.network.vpc_cidr }
  deletion_protection = var.deletion_protection

  discovery_tag = {
    key    = "Service"
    values = [for tier in ["backend", "frontend", "jenkins"] : "${var.name}-${tier}"]
  }
}

# Node Exporter of every tier, for the monitoring host alone.
resource "aws_vpc_security_group_ingress_rule" "node_exporter" {
  for_each = {
    frontend = module.frontend.security_group_id
    backend  = module.backend.security_group_id
    jenkins  = module.jenkins.security_group_id
  }

  security_group_id            = each.value
  description                  = "Node Exporter from monitoring"
  ip_protocol                  = "tcp"
  from_port                    = 9100
  to_port                      = 9100
  referenced_security_group_id = module.monitoring.security_group_id

  # A group of another VPC can be named only once the two are peered.
  depends_on = [module.peering]
}
