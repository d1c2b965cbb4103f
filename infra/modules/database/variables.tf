variable "name" {
  description = "Identifier of the database instance and prefix of what belongs to it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "The name must be 3 to 42 lower-case letters, digits and single hyphens, and begin with a letter."
  }
}

variable "engine" {
  description = "\"postgres\" or \"mysql\"."
  type        = string

  validation {
    condition     = contains(["postgres", "mysql"], var.engine)
    error_message = "The engine must be \"postgres\" or \"mysql\"."
  }
}

variable "engine_version" {
  description = "Major version, for example \"16\" (postgres) or \"8.0\" (mysql). RDS picks the newest minor one and keeps it patched; a full version pins it until the next maintenance window."
  type        = string

  validation {
    condition     = can(regex("^[0-9]+(\\.[0-9]+){0,2}$", var.engine_version)) && (var.engine != "mysql" || can(regex("^[0-9]+\\.[0-9]+", var.engine_version)))
    error_message = "The version must be of numbers, such as \"16\" for postgres or \"8.0\" for mysql (whose major version has two parts)."
  }
}

variable "instance_class" {
  description = "Instance class, for example \"db.t4g.micro\"."
  type        = string

  validation {
    condition     = startswith(var.instance_class, "db.")
    error_message = "The instance class must begin with \"db.\"."
  }
}

variable "allocated_storage" {
  description = "Storage to begin with, in GiB. gp3 needs at least 20."
  type        = number
  default     = 20

  validation {
    condition     = var.allocated_storage >= 20
    error_message = "gp3 storage begins at 20 GiB."
  }
}

variable "max_allocated_storage" {
  description = "GiB up to which RDS grows the storage by itself."
  type        = number
  default     = 100

  validation {
    condition     = var.max_allocated_storage > var.allocated_storage
    error_message = "max_allocated_storage must be greater than allocated_storage."
  }
}

variable "multi_az" {
  description = "Whether a standby in another zone takes over when the instance or its zone fails."
  type        = bool
  default     = false
}

variable "vpc_id" {
  description = "VPC of the subnets."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets in at least two zones; RDS asks for two even for a single instance."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "RDS needs subnets in at least two availability zones."
  }
}

variable "allowed_security_group_ids" {
  description = "Security groups that may connect, by a name for each, for example { api = \"sg-…\" }. Nothing else can."
  type        = map(string)

  validation {
    condition     = length(var.allowed_security_group_ids) > 0
    error_message = "Name at least one security group that may connect; otherwise nobody can use the database."
  }
}

variable "backup_retention_days" {
  description = "Days of automatic backups, 1 to 35. Point-in-time recovery reaches back as far."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "Backups must be kept for 1 to 35 days."
  }
}

variable "performance_insights" {
  description = "Whether Performance Insights records for 7 days, which is free. Small MySQL classes (t2, t3 and t4g up to small) do not support it."
  type        = bool
  default     = false
}

variable "deletion_protection" {
  description = "Whether the database refuses to be deleted; without it no final snapshot is taken either."
  type        = bool
  default     = true
}

variable "apply_immediately" {
  description = "Whether changes that restart the database are made at once instead of in the maintenance window."
  type        = bool
  default     = false
}

variable "database_name" {
  description = "Database created in the instance."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z][a-zA-Z0-9_]{0,62}$", var.database_name))
    error_message = "The database name must begin with a letter and hold only letters, digits and underscores."
  }
}

variable "username" {
  description = "Name of the master user."
  type        = string
  default     = "app"

  validation {
    condition     = can(regex("^[a-zA-Z][a-zA-Z0-9_]{0,15}$", var.username)) && !contains(["admin", "postgres", "rdsadmin", "rds_superuser", "root", "user"], lower(var.username))
    error_message = "The user name must begin with a letter, hold at most 16 letters, digits and underscores, and be none of the engines' own names."
  }
}

variable "log_retention_days" {
  description = "Days that the exported database logs are kept."
  type        = number
  default     = 30
}
