variable "name" {
  description = "Name of the web ACL."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9-]{1,60}$", var.name))
    error_message = "The name must be up to 60 letters, digits and hyphens."
  }
}

variable "scope" {
  description = "\"REGIONAL\" for load balancers, \"CLOUDFRONT\" (with a provider in us-east-1) for distributions, which name the ACL themselves."
  type        = string
  default     = "REGIONAL"

  validation {
    condition     = contains(["REGIONAL", "CLOUDFRONT"], var.scope)
    error_message = "The scope must be \"REGIONAL\" or \"CLOUDFRONT\"."
  }
}

variable "resource_arns" {
  description = "Load balancers behind the ACL: name to ARN."
  type        = map(string)
  default     = {}

  validation {
    condition     = var.scope == "REGIONAL" || length(var.resource_arns) == 0
    error_message = "A distribution names its web ACL itself; resource_arns is for regional resources."
  }
}

variable "rate_limit" {
  description = "Requests of one address in five minutes, beyond which it is blocked."
  type        = number
  default     = 2000

  validation {
    condition     = var.rate_limit >= 10
    error_message = "AWS accepts 10 requests and more."
  }
}

variable "managed_rule_groups" {
  description = "AWS managed rule groups, in the order in which they are asked."
  type        = list(string)
  default = [
    "AWSManagedRulesAmazonIpReputationList",
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesSQLiRuleSet",
  ]
}

variable "counted_rules" {
  description = "Rules that count instead of blocking: group to rule names. The common set's SizeRestrictions_BODY refuses bodies over 8 KiB, which uploads have."
  type        = map(list(string))
  default     = { AWSManagedRulesCommonRuleSet = ["SizeRestrictions_BODY"] }
}

variable "log_retention_days" {
  description = "Days that the log of blocked and counted requests is kept."
  type        = number
  default     = 30
}
