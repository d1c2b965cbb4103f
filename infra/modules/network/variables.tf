variable "name" {
  description = "Prefix of every name in the network, for example \"flora\"."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "The name must be 3 to 32 lower-case letters, digits and hyphens, and begin with a letter."
  }
}

variable "cidr" {
  description = "IPv4 range of the VPC, from /16 to /24."
  type        = string
  default     = "10.0.0.0/16"

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && try(tonumber(split("/", var.cidr)[1]) >= 16 && tonumber(split("/", var.cidr)[1]) <= 24, false)
    error_message = "The range must be an IPv4 CIDR block between /16 and /24, for example 10.0.0.0/16."
  }
}

variable "availability_zone_count" {
  description = "How many availability zones the subnets spread over. Each gets one public and one private subnet."
  type        = number
  default     = 2

  validation {
    condition     = var.availability_zone_count >= 1 && var.availability_zone_count <= 6 && floor(var.availability_zone_count) == var.availability_zone_count
    error_message = "The number of availability zones must be a whole number from 1 to 6."
  }
}

variable "public_subnet_cidrs" {
  description = "Ranges of the public subnets, one per zone. Null derives them from the VPC's range: its first eight sixteenths."
  type        = list(string)
  default     = null

  validation {
    condition     = var.public_subnet_cidrs == null ? true : length(var.public_subnet_cidrs) == var.availability_zone_count && alltrue([for cidr in var.public_subnet_cidrs : can(cidrhost(cidr, 0))])
    error_message = "Give one CIDR block per availability zone, or null."
  }
}

variable "private_subnet_cidrs" {
  description = "Ranges of the private subnets, one per zone. Null derives them from the VPC's range: its last eight sixteenths."
  type        = list(string)
  default     = null

  validation {
    condition     = var.private_subnet_cidrs == null ? true : length(var.private_subnet_cidrs) == var.availability_zone_count && alltrue([for cidr in var.private_subnet_cidrs : can(cidrhost(cidr, 0))])
    error_message = "Give one CIDR block per availability zone, or null."
  }
}

variable "nat" {
  description = "NAT gateways for the private subnets: \"none\", \"single\" (cheap; a zone's failure takes the way out of all zones with it) or \"per_zone\"."
  type        = string
  default     = "single"

  validation {
    condition     = contains(["none", "single", "per_zone"], var.nat)
    error_message = "nat must be \"none\", \"single\" or \"per_zone\"."
  }
}

variable "flow_logs" {
  description = "Whether accepted and rejected flows are logged to CloudWatch Logs."
  type        = bool
  default     = true
}

variable "flow_logs_retention_days" {
  description = "Days that flow logs are kept."
  type        = number
  default     = 30
}

variable "interface_endpoints" {
  description = "AWS services reached inside the VPC instead of through NAT, by the last part of their endpoint's name, for example [\"ecr.api\", \"ecr.dkr\", \"logs\"]. Each costs money per zone and hour; the S3 gateway endpoint is always there and costs nothing."
  type        = set(string)
  default     = []
}
