variable "name" {
  description = "Name of the load balancer."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$", var.name)) && !startswith(var.name, "internal-")
    error_message = "A load balancer's name has at most 32 letters, digits and inner hyphens, and does not start with internal-."
  }
}

variable "vpc_id" {
  description = "VPC of the load balancer and its security group."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets in at least two zones."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "An application load balancer needs subnets in at least two zones."
  }
}

variable "certificate_arn" {
  description = "ACM certificate; null serves plain HTTP."
  type        = string
  default     = null
}

variable "https" {
  description = "Whether there is an HTTPS listener; null: when certificate_arn is set. Set it when the certificate is made in the same apply, because its ARN is not known when planning."
  type        = bool
  default     = null

  validation {
    condition     = var.https != true || var.certificate_arn != null
    error_message = "HTTPS needs certificate_arn."
  }
}

variable "deletion_protection" {
  description = "Refuse to delete the load balancer."
  type        = bool
  default     = true
}

variable "access_logs_bucket" {
  description = "Bucket for access logs (its policy must let the load balancing service write); null writes none."
  type        = string
  default     = null
}

variable "ingress_cidrs" {
  description = "IPv4 ranges that may connect."
  type        = list(string)
  default     = ["0.0.0.0/0"]

  validation {
    condition     = alltrue([for cidr in var.ingress_cidrs : can(cidrnetmask(cidr))])
    error_message = "Every range is an IPv4 CIDR block such as 203.0.113.0/24."
  }
}

variable "targets" {
  description = "What the load balancer may connect to: name to security group and port. Null: any TCP port in the VPC."
  type = map(object({
    security_group_id = string
    port              = number
  }))
  default = null
}

variable "idle_timeout" {
  description = "Seconds without data after which a connection is closed."
  type        = number
  default     = 60
}
