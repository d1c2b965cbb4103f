variable "requester" {
  description = "The VPC that asks: its id, its range and the route tables that get a route to the other one."
  type = object({
    vpc_id          = string
    cidr            = string
    route_table_ids = list(string)
  })

  validation {
    condition     = can(cidrnetmask(var.requester.cidr))
    error_message = "The range must be an IPv4 CIDR block such as 10.0.0.0/16."
  }
}

variable "accepter" {
  description = "The VPC that accepts, in the same account and region: its id, its range and the route tables that get a route to the other one."
  type = object({
    vpc_id          = string
    cidr            = string
    route_table_ids = list(string)
  })

  validation {
    condition     = can(cidrnetmask(var.accepter.cidr))
    error_message = "The range must be an IPv4 CIDR block such as 10.0.0.0/16."
  }
}

variable "name" {
  description = "Name of the connection."
  type        = string
}
