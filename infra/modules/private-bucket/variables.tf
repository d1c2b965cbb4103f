variable "name" {
  description = "Name of the bucket. Bucket names are shared by the whole world: let it end with the account's id."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "A bucket's name is 3 to 63 lower-case letters, digits and hyphens."
  }
}

variable "force_destroy" {
  description = "Whether the bucket is deleted with what is in it; false refuses while it holds anything."
  type        = bool
  default     = false
}

variable "old_version_days" {
  description = "Days that overwritten and deleted objects stay restorable."
  type        = number
  default     = 30

  validation {
    condition     = var.old_version_days >= 1
    error_message = "Old versions must be kept for at least a day."
  }
}

variable "expiration_days" {
  description = "Days after which objects are deleted, for logs; null keeps them."
  type        = number
  default     = null
}

variable "archive" {
  description = "Days after which objects and their old versions move to a colder storage class, and which; null leaves them where they are."
  type        = object({ after_days = number, storage_class = string })
  default     = null
}

variable "policy_json" {
  description = "Policy documents of the bucket, beside the one that refuses requests without TLS."
  type        = list(string)
  default     = []
}
