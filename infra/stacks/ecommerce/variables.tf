variable "name" {
  description = "Prefix of every name in the stack."
  type        = string
  default     = "ecommerce"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "The name must be 3 to 20 lower-case letters, digits and hyphens, and begin with a letter: target groups append to it and have 32."
  }
}

variable "environment" {
  description = "Environment, for the tags."
  type        = string
  default     = "production"
}

variable "region" {
  description = "AWS region of the stack."
  type        = string
  default     = "us-east-1"
}

variable "deletion_protection" {
  description = "Whether database, load balancer, buckets and secrets refuse to be deleted, and a final snapshot is taken. False lets a test destroy everything."
  type        = bool
  default     = true
}

variable "github_repository" {
  description = "GitHub repository, as \"owner/name\", that Jenkins builds and whose workflows may deploy; null: none."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null ? true : can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.github_repository))
    error_message = "The repository must be \"owner/name\"."
  }
}

variable "create_github_provider" {
  description = "Whether the stack makes the account's identity provider for GitHub. An account has only one: false uses the one that is there."
  type        = bool
  default     = true
}

variable "git_token_secret_arn" {
  description = "Secrets Manager secret with a token that reads the repository; null for a public one. Jenkins needs it, workflows do not."
  type        = string
  default     = null
}

variable "tags" {
  description = "Further tags of all resources."
  type        = map(string)
  default     = {}
}

variable "state_bucket" {
  description = "Bucket of Terraform's state, for the rights of those who deploy; null when they get them elsewhere."
  type        = string
  default     = null
}

variable "state_key" {
  description = "Key of the state in that bucket: the profile's StateKey. The roles reach this state, and no other."
  type        = string
  default     = "ecommerce/terraform.tfstate"
  nullable    = false
}

variable "cidr" {
  description = "IPv4 range of the application's VPC."
  type        = string
  default     = "10.0.0.0/16"
}

variable "monitoring_cidr" {
  description = "IPv4 range of the monitoring VPC; it must not overlap with cidr."
  type        = string
  default     = "10.1.0.0/16"
}

variable "domain" {
  description = "Domain name of the shop and its Route 53 zone, for HTTPS; null serves plain HTTP under the load balancer's own name."
  type = object({
    name           = string
    hosted_zone_id = string
  })
  default = null

  validation {
    condition     = var.domain == null ? true : can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.domain.name)) && can(regex("^[A-Z0-9]+$", var.domain.hosted_zone_id))
    error_message = "The name must be a lower-case domain name, and the zone a Route 53 id such as Z0123456789ABCDEFGHIJ."
  }
}

variable "ingress_cidrs" {
  description = "IPv4 ranges that may reach the load balancer."
  type        = list(string)
  default     = ["0.0.0.0/0"]
}

variable "backend_paths" {
  description = "Paths that the load balancer sends to the backend; all others are the frontend's. At most five."
  type        = list(string)
  default     = ["/api/*", "/admin/*"]

  validation {
    condition     = length(var.backend_paths) >= 1 && length(var.backend_paths) <= 5 && alltrue([for path in var.backend_paths : startswith(path, "/")])
    error_message = "A listener rule takes one to five paths, each beginning with a slash."
  }
}

variable "health_check_path" {
  description = "Path at which the backend says that it is well. It must be among backend_paths."
  type        = string
  default     = "/api/health"

  validation {
    condition     = startswith(var.health_check_path, "/")
    error_message = "The path must begin with a slash."
  }
}

variable "wsgi_application" {
  description = "Django's WSGI application, as gunicorn names it; not used with backend_commands."
  type        = string
  default     = "config.wsgi:application"

  validation {
    condition     = can(regex("^[A-Za-z_][A-Za-z0-9_.]*:[A-Za-z_][A-Za-z0-9_]*$", var.wsgi_application))
    error_message = "The application must be \"package.module:name\"."
  }
}

variable "backend_commands" {
  description = "What installs, migrates and starts a backend that is not Django, run by bash in the release's folder; PORT in their environment is the port to listen on. Null: Django, with wsgi_application under gunicorn."
  type = object({
    install = optional(string, "")
    migrate = optional(string, "")
    start   = string
  })
  default = null

  validation {
    condition     = var.backend_commands == null ? true : trimspace(var.backend_commands.start) != "" && alltrue([for command in values(var.backend_commands) : !strcontains(command, "\n")])
    error_message = "Each command is one line, and the one that starts must not be empty."
  }
}

variable "backend_environment" {
  description = "Settings of the backend that are no secrets, by name; they win over the stack's own. They are in user data: a change rolls through the auto scaling group."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name, value in var.backend_environment : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name)) && !strcontains(value, "\n")])
    error_message = "Names are letters, digits and underscores, and values are one line."
  }
}

variable "instance_type" {
  description = "Instance type of frontend and backend (x86-64)."
  type        = string
  default     = "t3.micro"
}

variable "monitoring_instance_type" {
  description = "Instance type of the monitoring host (x86-64)."
  type        = string
  default     = "t3.micro"
}

variable "jenkins_instance_type" {
  description = "Instance type of the Jenkins host (x86-64). With less than 4 GiB of memory builds swap."
  type        = string
  default     = "t3.micro"
}

variable "database_instance_class" {
  description = "Class of the database instances."
  type        = string
  default     = "db.t3.micro"
}

variable "auto_scaling" {
  description = "Whether frontend and backend are auto scaling groups; otherwise each has two fixed instances."
  type        = bool
  default     = true
}

variable "frontend_scaling" {
  description = "Limits of the frontend's auto scaling group, and the average CPU in percent that it is kept at."
  type = object({
    min        = optional(number, 2)
    max        = optional(number, 4)
    desired    = optional(number, 2)
    cpu_target = optional(number, 60)
  })
  default = {}
}

variable "backend_scaling" {
  description = "Limits of the backend's auto scaling group, and the average CPU in percent that it is kept at."
  type = object({
    min        = optional(number, 2)
    max        = optional(number, 6)
    desired    = optional(number, 2)
    cpu_target = optional(number, 60)
  })
  default = {}
}

variable "waf" {
  description = "Whether a web application firewall stands in front of the load balancer."
  type        = bool
  default     = true
}

variable "waf_rate_limit" {
  description = "Requests of one address in five minutes, beyond which the firewall blocks it."
  type        = number
  default     = 2000
}

variable "guardduty" {
  description = "Whether the stack makes the GuardDuty detector. An account has one in a region: false where it is there already."
  type        = bool
  default     = true
}

variable "jenkins_access" {
  description = "Host name, in the zone of domain, and networks from which the load balancer leads to Jenkins over HTTPS. Null: Session Manager's port forwarding only."
  type = object({
    host  = string
    cidrs = list(string)
  })
  default = null

  validation {
    condition     = var.jenkins_access == null || var.domain != null
    error_message = "Jenkins' password does not travel over plain HTTP: set domain as well."
  }

  validation {
    condition     = try(var.jenkins_access.host != var.domain.name, true)
    error_message = "Jenkins needs a host name of its own, not the shop's."
  }
}
