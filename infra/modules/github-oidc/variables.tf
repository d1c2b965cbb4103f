variable "name" {
  description = "Prefix of the roles' names and of the resources that the deploy role may manage."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "The name must be 3 to 42 lower-case letters, digits and hyphens, and begin with a letter."
  }
}

variable "repository" {
  description = "GitHub repository whose workflows may take the roles, as \"owner/name\"."
  type        = string

  # A star or a missing owner would trust repositories of strangers.
  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "The repository must be \"owner/name\", without wildcards."
  }
}

variable "environments" {
  description = "GitHub environments whose jobs may take the deploy role."
  type        = set(string)
  default     = ["production"]
}

variable "branches" {
  description = "Branches whose jobs may take the deploy role without an environment. Empty it where the environment's reviewers must not be passed by."
  type        = set(string)
  default     = ["main"]
}

variable "policy_json" {
  description = "Policies of the deploy role: name to JSON."
  type        = map(string)
  default     = {}
}

variable "plan_policy_json" {
  description = "Policies of the plan role beyond reading: name to JSON, for example the state bucket."
  type        = map(string)
  default     = {}
}

variable "managed_services" {
  description = "Service prefixes, such as \"ec2\" and \"rds\", that the deploy role manages with Terraform. S3 and IAM are narrowed to the stack's own names; the others to its region (and us-east-1, where the global ones are)."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for service in var.managed_services : can(regex("^[a-z][a-z0-9-]*$", service))])
    error_message = "A service is its IAM prefix alone, such as \"ec2\": no wildcard, no action."
  }
}

variable "create_provider" {
  description = "Whether this stack makes the account's identity provider for GitHub. An account has only one: false uses the one that is there."
  type        = bool
  default     = true
}
