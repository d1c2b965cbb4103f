variable "name" {
  description = "Name of the monitoring host."
  type        = string
}

variable "project" {
  description = "Project that the metrics are labelled with."
  type        = string
}

variable "region" {
  description = "Region whose instances are discovered."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the host."
  type        = string
}

variable "subnet_id" {
  description = "Subnet of the host. It needs a way out, and gets no way in."
  type        = string
}

variable "discovery_tag" {
  description = "Tag of the instances that are scraped: its key and the values."
  type = object({
    key    = string
    values = list(string)
  })

  validation {
    condition     = can(regex("^[A-Za-z_][A-Za-z0-9_]*$", var.discovery_tag.key))
    error_message = "Prometheus names labels after the tag; its key has letters, digits and underscores."
  }
}

variable "target_cidrs" {
  description = "Networks of the instances that are scraped: name to IPv4 range."
  type        = map(string)
}

variable "instance_type" {
  description = "Instance type."
  type        = string
  default     = "t3.micro"
}

variable "volume_gib" {
  description = "Size of the volume that holds the metrics, in GiB."
  type        = number
  default     = 30
}

variable "retention_days" {
  description = "Days that metrics are kept."
  type        = number
  default     = 15
}

variable "deletion_protection" {
  description = "Whether the deleted admin password can be restored for 30 days."
  type        = bool
  default     = true
}
