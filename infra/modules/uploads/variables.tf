variable "name" {
  description = "Prefix of what belongs to the bucket."
  type        = string
}

variable "bucket" {
  description = "Name of the bucket, unique in all of AWS."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket))
    error_message = "The name must be 3 to 63 lower-case letters, digits, dots and hyphens."
  }
}

variable "archive_after_days" {
  description = "Days after which a file moves to Glacier."
  type        = number
  default     = 90

  validation {
    condition     = var.archive_after_days >= 1
    error_message = "A file moves after one day at the earliest."
  }
}

variable "archive_storage_class" {
  description = "Glacier's class: GLACIER_IR can be read at once; GLACIER and DEEP_ARCHIVE are cheaper, but a file must be restored for hours before it can be read, and the application would fail on it."
  type        = string
  default     = "GLACIER_IR"

  validation {
    condition     = contains(["GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"], var.archive_storage_class)
    error_message = "The class must be GLACIER_IR, GLACIER or DEEP_ARCHIVE."
  }
}

variable "noncurrent_retention_days" {
  description = "Days that an overwritten or deleted version stays in Glacier before it is gone for good. Glacier charges for 90 at least."
  type        = number
  default     = 275

  validation {
    condition     = var.noncurrent_retention_days >= 1
    error_message = "An earlier version stays for at least one day."
  }
}

variable "replicate" {
  description = "Whether S3 copies every new file to replica_arn."
  type        = bool
  default     = false
}

variable "replica_arn" {
  description = "ARN of the bucket of the copy: the output arn of a second instance of this module in another region."
  type        = string
  default     = null

  validation {
    condition     = !var.replicate || var.replica_arn != null
    error_message = "replicate needs replica_arn."
  }
}

variable "cors_origins" {
  description = "Origins whose pages upload to the bucket directly, for example [\"https://example.com\"]. Empty: none."
  type        = list(string)
  default     = []
}

variable "deletion_protection" {
  description = "Whether a bucket that holds files refuses to be destroyed."
  type        = bool
  default     = true
}
