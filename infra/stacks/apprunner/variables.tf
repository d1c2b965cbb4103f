variable "name" {
  description = "Prefix of every name in the stack."
  type        = string
  default     = "apprunner"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "The name has 3 to 22 lower-case letters, digits and single hyphens, and starts with a letter."
  }
}

variable "environment" {
  description = "Tag Environment of every resource, and the GitHub environment that may deploy."
  type        = string
  default     = "production"
}

variable "region" {
  description = "AWS region of everything but the site's certificate, which CloudFront wants in us-east-1. App Runner is not in every region."
  type        = string
  default     = "us-east-1"
}

variable "deletion_protection" {
  description = "Whether database, buckets, images, Vault and load balancer refuse to be destroyed. False is for places that are thrown away."
  type        = bool
  default     = true
}

variable "github_repository" {
  description = "GitHub repository (owner/name) whose workflows may deploy; null for none."
  type        = string
  default     = null
}

variable "github_create_provider" {
  description = "Whether this stack makes the account's identity provider for GitHub; an account has only one."
  type        = bool
  default     = true
}

variable "state_bucket" {
  description = "Bucket of the Terraform state, which the GitHub roles may use; null keeps it from them."
  type        = string
  default     = null
}

variable "state_key" {
  description = "Key of the state in that bucket: the profile's StateKey. The roles reach this state, and no other."
  type        = string
  default     = "apprunner/terraform.tfstate"
  nullable    = false
}

variable "tags" {
  description = "Further tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "service_host" {
  description = "Where the API runs: \"apprunner\" or \"ecs\" (Fargate behind a load balancer). App Runner is closed to new customers since 2026-04-30: an account that did not use it before needs \"ecs\"."
  type        = string
  default     = "apprunner"

  validation {
    condition     = contains(["apprunner", "ecs"], var.service_host)
    error_message = "The service host is \"apprunner\" or \"ecs\"."
  }
}

variable "domain_name" {
  description = "Domain of the application, such as example.com: the site is app.example.com, the API api.example.com."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain_name))
    error_message = "The domain is a lower-case domain name without a dot at the end, such as example.com."
  }
}

variable "site_subdomain" {
  description = "The site's name below domain_name."
  type        = string
  default     = "app"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.site_subdomain))
    error_message = "The subdomain has lower-case letters, digits and inner hyphens."
  }
}

variable "api_subdomain" {
  description = "The API's name below domain_name."
  type        = string
  default     = "api"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.api_subdomain)) && var.api_subdomain != var.site_subdomain
    error_message = "The subdomain has lower-case letters, digits and inner hyphens, and is not the site's."
  }
}

variable "hosted_zone_id" {
  description = "Id of the public Route 53 zone that holds domain_name; null makes one, whose name servers the registrar must then be told before certificates can be issued."
  type        = string
  default     = null
}

variable "nat" {
  description = "NAT gateways: \"single\" (one for all zones; cheaper, and its zone's loss cuts the others off) or \"per_zone\"."
  type        = string
  default     = "per_zone"

  validation {
    condition     = contains(["single", "per_zone"], var.nat)
    error_message = "NAT is \"single\" or \"per_zone\"; without it the API reaches neither AWS nor the internet."
  }
}

variable "price_class" {
  description = "Edge locations that serve the site: PriceClass_100, PriceClass_200 or PriceClass_All."
  type        = string
  default     = "PriceClass_All"
}

variable "web_acl_arn" {
  description = "ARN of a WAFv2 web ACL of scope CLOUDFRONT in front of the site; null for none."
  type        = string
  default     = null
}

variable "container_port" {
  description = "Port that the API listens on."
  type        = number
  default     = 5000
}

variable "health_check_path" {
  description = "Path under which the API says that it is healthy."
  type        = string
  default     = "/health"

  validation {
    condition     = startswith(var.health_check_path, "/")
    error_message = "The path starts with a slash."
  }
}

variable "min_instances" {
  description = "Instances of the API that are always there; 2 outlive the loss of a zone."
  type        = number
  default     = 1
}

variable "max_instances" {
  description = "Instances of the API at most."
  type        = number
  default     = 4
}

variable "database_engine_version" {
  description = "Version of MySQL 8. 8.0 left RDS's standard support on 2026-07-31 and costs extra per vCPU hour since."
  type        = string
  default     = "8.4"

  validation {
    condition     = startswith(var.database_engine_version, "8.")
    error_message = "The database is MySQL 8, such as 8.4."
  }
}

variable "database_instance_class" {
  description = "Instance class of the database."
  type        = string
  default     = "db.t3.small"
}

variable "database_storage" {
  description = "GiB that the database begins with, and up to which RDS grows it."
  type = object({
    initial = optional(number, 20)
    limit   = optional(number, 100)
  })
  default  = {}
  nullable = false
}

variable "database_multi_az" {
  description = "Whether a standby in another zone takes over when the database or its zone fails."
  type        = bool
  default     = true
}

variable "database_name" {
  description = "Database that the API uses."
  type        = string
  default     = "app"
}

variable "vault_instance_type" {
  description = "Instance type of Vault's host."
  type        = string
  default     = "t3.small"
}

variable "vault_version" {
  description = "Version of HashiCorp Vault. Changing it replaces the host; its address and its secrets stay."
  type        = string
  default     = "1.20.4"
}
