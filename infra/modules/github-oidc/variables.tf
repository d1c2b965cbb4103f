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
  description = "Policies of the plan role beyond reading: name to JSON. The state and its lock are granted by state."
  type        = map(string)
  default     = {}
}

variable "state" {
  description = "Where this stack's Terraform state is: its bucket and its whole key. Both roles read it and hold its lock; only the deploy role writes it. With null neither role reaches a state in S3."
  type        = object({ bucket = string, key = string })
  default     = null

  # These become ARNs of policies, where a star or a question mark would name the states of others.
  validation {
    condition     = var.state == null || can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.state.bucket))
    error_message = "The state's bucket is its name alone, such as \"terraform-state-111122223333\": no ARN, no wildcard."
  }

  validation {
    condition     = var.state == null || can(regex("^[^/*?$][^*?$]*$", var.state.key))
    error_message = "The state's key is one key, such as \"flora/terraform.tfstate\": no wildcard, no slash at its beginning."
  }
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
