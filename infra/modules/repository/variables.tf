variable "name" {
  description = "Name of the repository; may hold slashes, such as app/backend."
  type        = string

  validation {
    condition     = length(var.name) >= 2 && length(var.name) <= 256 && can(regex("^[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*$", var.name))
    error_message = "An ECR repository's name has 2 to 256 lower-case letters, digits, and single . _ - or / between them."
  }
}

variable "keep_images" {
  description = "How many tagged images stay; older ones expire. Must cover the releases that the ledger keeps restorable."
  type        = number
  default     = 30

  validation {
    condition     = var.keep_images >= 10 && floor(var.keep_images) == var.keep_images
    error_message = "At least 10 images stay, so that the last 10 releases can be restored."
  }
}

variable "kms_key_arn" {
  description = "KMS key that encrypts the images; null for AES-256 with ECR's own keys. Changing it replaces the repository."
  type        = string
  default     = null
}

variable "force_delete" {
  description = "Whether destroying the repository also deletes the images in it."
  type        = bool
  default     = false
}
