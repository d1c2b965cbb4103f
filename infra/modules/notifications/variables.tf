variable "name" {
  description = "Name of the topic, for example \"shop-alarms\"."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,256}$", var.name))
    error_message = "A topic's name has 1 to 256 letters, digits, hyphens and underscores."
  }
}

variable "publishers" {
  description = "AWS services that may publish."
  type        = list(string)
  default     = ["cloudwatch.amazonaws.com"]

  validation {
    condition     = length(var.publishers) > 0 && alltrue([for publisher in var.publishers : endswith(publisher, ".amazonaws.com")])
    error_message = "Publishers are service principals such as cloudwatch.amazonaws.com."
  }
}

variable "emails" {
  description = "Addresses that are told. AWS asks each to confirm once."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for email in var.emails : can(regex("^[^@\\s]+@[^@\\s]+$", email))])
    error_message = "Each entry must be an email address."
  }
}
