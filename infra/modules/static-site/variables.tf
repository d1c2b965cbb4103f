variable "name" {
  description = "Prefix of every name; the bucket becomes <name>-site-<account id>."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,41}$", var.name))
    error_message = "The name must be 2 to 42 lower-case letters, digits and hyphens, so that the bucket's name stays within 63."
  }
}

variable "api_origin" {
  description = "Where requests under path_pattern go instead of the bucket, or null. protocol is \"https-only\" or \"http-only\" (between the edge and the origin; viewers always use HTTPS). headers are sent to the origin with every request."
  type = object({
    domain_name  = string
    protocol     = string
    port         = number
    path_pattern = optional(string, "/api/*")
    headers      = optional(map(string), {})
  })
  default = null

  validation {
    condition     = var.api_origin == null ? true : contains(["http-only", "https-only"], var.api_origin.protocol)
    error_message = "The protocol to the API must be \"http-only\" or \"https-only\"."
  }

  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesHTTPPort
  validation {
    condition     = var.api_origin == null ? true : contains([80, 443], var.api_origin.port) || var.api_origin.port >= 1024 && var.api_origin.port <= 65535
    error_message = "CloudFront reaches origins on port 80, 443 or 1024 to 65535."
  }
}

variable "aliases" {
  description = "Host names of the site, for example [\"app.example.com\"]. They need certificate_arn, and DNS records that the stack makes."
  type        = list(string)
  default     = []
}

variable "certificate_arn" {
  description = "ARN of an ACM certificate in us-east-1 that covers the aliases; null serves the distribution's own name."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_arn == null ? true : can(regex("^arn:[^:]+:acm:us-east-1:", var.certificate_arn))
    error_message = "CloudFront takes certificates from us-east-1 only."
  }

  validation {
    condition     = var.certificate_arn != null || length(var.aliases) == 0
    error_message = "Aliases need a certificate that covers them."
  }
}

variable "price_class" {
  description = "Which edge locations serve: PriceClass_100 (Europe and North America), PriceClass_200 or PriceClass_All."
  type        = string
  default     = "PriceClass_100"

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "The price class must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "web_acl_arn" {
  description = "ARN of a WAFv2 web ACL of scope CLOUDFRONT (in us-east-1), or null."
  type        = string
  default     = null
}

variable "content_security_policy" {
  description = "Content-Security-Policy of every answer of the site, or null for none. Only the application knows which hosts it talks to."
  type        = string
  default     = null
}

variable "deletion_protection" {
  description = "Whether the bucket refuses to be deleted while it holds anything."
  type        = bool
  default     = true
}

variable "old_version_days" {
  description = "Days that overwritten and deleted files stay restorable."
  type        = number
  default     = 30
}
