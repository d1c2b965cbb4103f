variable "domain_name" {
  description = "First name of the certificate, such as app.example.com or *.example.com."
  type        = string

  validation {
    condition     = can(regex("^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain_name))
    error_message = "A certificate's name is a lower-case domain name, at most with a leading \"*.\"."
  }
}

variable "subject_alternative_names" {
  description = "Further names of the certificate. All must lie in the zone."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "zone_id" {
  description = "Id of the public Route 53 zone that holds the names; the proof of ownership is written there."
  type        = string
}

variable "validation_timeout_minutes" {
  description = "Minutes to wait until ACM has seen the proof. ACM needs the zone to be delegated: without the registrar's name-server records it never sees it."
  type        = number
  default     = 75

  validation {
    condition     = var.validation_timeout_minutes >= 1
    error_message = "The wait is at least one minute."
  }
}
