variable "name" {
  description = "Identifier of the cluster and prefix of what belongs to it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "The name must be 3 to 42 lower-case letters, digits and single hyphens, and begin with a letter."
  }
}

variable "engine_version" {
  description = "DocumentDB's version, which is the version of MongoDB whose protocol it speaks."
  type        = string
  default     = "5.0.0"

  validation {
    condition     = can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+$", var.engine_version))
    error_message = "The version must be of three numbers, for example \"5.0.0\"."
  }
}

variable "instance_class" {
  description = "Instance class, for example \"db.t4g.medium\", the smallest there is."
  type        = string
  default     = "db.t4g.medium"

  validation {
    condition     = startswith(var.instance_class, "db.")
    error_message = "The instance class must begin with \"db.\"."
  }
}

variable "instances" {
  description = "Instances of the cluster, spread over the zones. 1 has nobody to take over."
  type        = number
  default     = 2

  validation {
    condition     = var.instances >= 1 && var.instances <= 16
    error_message = "A cluster has 1 to 16 instances."
  }
}

variable "vpc_id" {
  description = "VPC of the subnets."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets in at least two zones."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "DocumentDB needs subnets in at least two availability zones."
  }
}

variable "allowed_security_group_ids" {
  description = "Security groups that may connect, by a name for each."
  type        = map(string)

  validation {
    condition     = length(var.allowed_security_group_ids) > 0
    error_message = "Name at least one security group that may connect; otherwise nobody can use the database."
  }
}

variable "username" {
  description = "Name of the administrator. The application deserves a user of its own."
  type        = string
  default     = "dbadmin"

  validation {
    condition     = can(regex("^[a-zA-Z][a-zA-Z0-9]{0,62}$", var.username)) && var.username != "admin"
    error_message = "The user name must begin with a letter, hold only letters and digits, and not be admin."
  }
}

variable "backup_retention_days" {
  description = "Days of automatic backups, 1 to 35."
  type        = number
  default     = 30

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "Backups must be kept for 1 to 35 days."
  }
}

variable "kms_key_arn" {
  description = "KMS key of the storage; null for AWS's own key for RDS and DocumentDB. Changing it replaces the cluster."
  type        = string
  default     = null
}

variable "log_retention_days" {
  description = "Days that audit and profiler logs are kept."
  type        = number
  default     = 30
}

variable "deletion_protection" {
  description = "Whether the cluster refuses to be deleted; without it no final snapshot is taken either."
  type        = bool
  default     = true
}

variable "apply_immediately" {
  description = "Whether changes that restart the cluster are made at once instead of in the maintenance window."
  type        = bool
  default     = false
}
