variable "name" {
  description = "Prefix of the bucket's name: it becomes <name>-ledger-<account id>."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,41}$", var.name))
    error_message = "The name must be 2 to 42 lower-case letters, digits and hyphens, so that the bucket's name stays within 63."
  }
}

variable "deletion_protection" {
  description = "Whether the bucket refuses to be deleted while it holds anything."
  type        = bool
  default     = true
}

variable "old_version_days" {
  description = "Days that overwritten and deleted objects stay restorable."
  type        = number
  default     = 90
}
