variable "name" {
  description = "Id of the replication group and prefix of what belongs to it."
  type        = string

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,34}[a-z0-9])?$", var.name)) && !strcontains(var.name, "--")
    error_message = "The name must be 1 to 36 lower-case letters, digits and single hyphens, and begin with a letter (its users' ids have 4 and 8 more, and 40 is the limit of a replication group)."
  }
}

variable "vpc_id" {
  description = "VPC of the subnets."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets, in at least two zones when there is more than one node."
  type        = list(string)
}

variable "allowed_security_group_ids" {
  description = "Security groups that may connect, by a name for each."
  type        = map(string)

  validation {
    condition     = length(var.allowed_security_group_ids) > 0
    error_message = "Name at least one security group that may connect; otherwise nobody can use the cache."
  }
}

variable "engine" {
  description = "\"redis\" or \"valkey\", its free successor, which costs a fifth less."
  type        = string
  default     = "redis"

  validation {
    condition     = contains(["redis", "valkey"], var.engine)
    error_message = "The engine must be \"redis\" or \"valkey\"."
  }
}

variable "engine_version" {
  description = "Version, major and minor."
  type        = string
  default     = "7.1"

  validation {
    condition     = can(regex("^[7-9]\\.[0-9]+$", var.engine_version))
    error_message = "The version must be 7.0 or later, for example \"7.1\": IAM authentication begins there."
  }
}

variable "node_type" {
  description = "Type of the nodes, for example \"cache.t4g.micro\"."
  type        = string
  default     = "cache.t4g.micro"

  validation {
    condition     = startswith(var.node_type, "cache.")
    error_message = "The node type must begin with \"cache.\"."
  }
}

variable "nodes" {
  description = "Nodes, each in another zone: one writes, the others stand by. 1 has no failover."
  type        = number
  default     = 2

  validation {
    condition     = var.nodes >= 1 && var.nodes <= 6
    error_message = "There are 1 to 6 nodes."
  }
}

variable "authentication" {
  description = "\"iam\": the application signs in with its role, no password exists. \"network\": whoever the security group lets in may do everything, for clients that know nothing but a URL."
  type        = string
  default     = "iam"

  validation {
    condition     = contains(["iam", "network"], var.authentication)
    error_message = "authentication must be \"iam\" or \"network\"."
  }
}

variable "access_string" {
  description = "What the application's user may do, in Redis' own words. The default leaves out what administers or empties the server."
  type        = string
  default     = "on ~* &* +@all -@dangerous"
}

variable "snapshot_retention_days" {
  description = "Days that daily snapshots are kept; 0 takes none."
  type        = number
  default     = 7
}

variable "deletion_protection" {
  description = "Whether a last snapshot is taken before the cache is destroyed. ElastiCache itself has no protection against deletion."
  type        = bool
  default     = true
}

variable "apply_immediately" {
  description = "Whether changes are made at once instead of in the maintenance window."
  type        = bool
  default     = false
}
