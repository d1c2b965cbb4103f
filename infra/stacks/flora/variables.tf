variable "name" {
  description = "Name of the stack and prefix of everything in it."
  type        = string
  default     = "flora"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "The name must be 3 to 24 lower-case letters, digits and single hyphens, and begin with a letter."
  }
}

variable "environment" {
  description = "Environment, part of the parameters' names: /<name>/<environment>/…"
  type        = string
  default     = "production"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.environment))
    error_message = "The environment must be of lower-case letters, digits and hyphens."
  }
}

variable "region" {
  description = "AWS region."
  type        = string
  default     = "us-east-1"
}

variable "tags" {
  description = "Tags of every resource, beside Project, Environment, Stack and ManagedBy."
  type        = map(string)
  default     = {}
}

variable "deletion_protection" {
  description = "Whether what holds data refuses to be destroyed: the database, and buckets that are not empty."
  type        = bool
  default     = true
}

# Site

variable "domain_names" {
  description = "Host names of the site, the first being the public one. Empty serves CloudFront's own name."
  type        = list(string)
  default     = []
}

variable "certificate_arn" {
  description = "ARN of an ACM certificate in us-east-1 that covers domain_names."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_arn != null || length(var.domain_names) == 0
    error_message = "Own host names need a certificate that covers them."
  }
}

variable "hosted_zone_id" {
  description = "Route 53 zone in which the stack makes the records of domain_names, or null when DNS is elsewhere."
  type        = string
  default     = null
}

variable "price_class" {
  description = "Which CloudFront edge locations serve."
  type        = string
  default     = "PriceClass_100"
}

variable "web_acl_arn" {
  description = "ARN of a WAFv2 web ACL of scope CLOUDFRONT to put in front of site and API, or null."
  type        = string
  default     = null
}

variable "content_security_policy" {
  description = "Content-Security-Policy of the site, or null. Only the application knows which hosts (Auth0, Stripe) it talks to."
  type        = string
  default     = null
}

# Network

variable "cidr" {
  description = "IPv4 range of the VPC."
  type        = string
  default     = "10.20.0.0/16"
}

# API

variable "instance_type" {
  description = "EC2 instance type of the API, Intel/AMD or Graviton: the Ubuntu image follows it."
  type        = string
  default     = "t4g.small"
}

variable "detailed_monitoring" {
  description = "Whether EC2 reports the instance's metrics every minute instead of every five."
  type        = bool
  default     = false
}

variable "root_volume_gib" {
  description = "Size of the instance's encrypted volume, in GiB."
  type        = number
  default     = 20

  validation {
    condition     = var.root_volume_gib >= 10
    error_message = "Ubuntu, Node and three releases need at least 10 GiB."
  }
}

variable "api_port" {
  description = "Port that the API listens on; PORT in its environment."
  type        = number
  default     = 3000

  validation {
    condition     = var.api_port >= 1024 && var.api_port <= 65535
    error_message = "The API does not run as root, so its port must be 1024 to 65535."
  }
}

variable "health_check_path" {
  description = "Path that answers 2xx when the API is healthy."
  type        = string
  default     = "/api/health"

  validation {
    condition     = startswith(var.health_check_path, "/api/")
    error_message = "The path must begin with /api/, or CloudFront asks the site for it."
  }
}

variable "entry_script" {
  description = "What PM2 starts, by its path inside a release: a script of Node (.js, .cjs, .mjs), or any other program."
  type        = string
  default     = "dist/index.js"

  validation {
    condition     = can(regex("^[^'\\s]+$", var.entry_script))
    error_message = "The entry must be a path without spaces and single quotes; arguments it takes none."
  }
}

variable "migrate_command" {
  description = "Command that migrates the database, run by bash in the release's directory before it starts, with the API's environment. It must be safe to run again."
  type        = string
  default     = "pnpm run db:migrate"

  validation {
    condition     = !can(regex("['\\n]", var.migrate_command))
    error_message = "The command must be one line without single quotes."
  }
}

variable "node_major_version" {
  description = "Major version of Node.js; an LTS one."
  type        = number
  default     = 24

  validation {
    condition     = var.node_major_version >= 22 && var.node_major_version % 2 == 0
    error_message = "LTS versions of Node.js are even; those before 22 get no security fixes any more."
  }
}

variable "api_environment" {
  description = "Settings of the API that are no secrets, by name. They are kept as parameters, so a change reaches the API within minutes and replaces nothing."
  type        = map(string)
  default = {
    NODE_ENV = "production"
  }

  validation {
    condition     = alltrue([for name, value in var.api_environment : can(regex("^[A-Z][A-Z0-9_]*$", name)) && value != ""])
    error_message = "Names are capitals, digits and underscores; Parameter Store holds no empty value."
  }
}

variable "secret_names" {
  description = "Secrets of the API, by the name of their environment variable. The stack makes the parameters; the values are put there by hand."
  type        = set(string)
  default = [
    "AI_API_KEY",
    "AUTH0_CLIENT_SECRET",
    "JWT_SECRET",
    "SMTP_PASSWORD",
    "STRIPE_SECRET_KEY",
    "STRIPE_WEBHOOK_SECRET",
  ]

  validation {
    condition     = alltrue([for name in var.secret_names : can(regex("^[A-Z][A-Z0-9_]*$", name))])
    error_message = "Names are capitals, digits and underscores."
  }

  validation {
    condition     = length(setintersection(var.secret_names, keys(var.api_environment))) == 0
    error_message = "A name is a secret or a setting, not both."
  }
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30
}

variable "alarm_email" {
  description = "Address that alarms are sent to (it must confirm once), or null for alarms that only show in the console."
  type        = string
  default     = null
}

# Database

variable "database_instance_class" {
  description = "Class of the PostgreSQL instance."
  type        = string
  default     = "db.t4g.micro"
}

variable "database_engine_version" {
  description = "Major version of PostgreSQL."
  type        = string
  default     = "16"
}

variable "database_multi_az" {
  description = "Whether a standby in another zone takes over when the database's zone fails."
  type        = bool
  default     = false
}

variable "backup_retention_days" {
  description = "Days of automatic database backups."
  type        = number
  default     = 7
}

variable "database_url_parameters" {
  description = "Query of DATABASE_URL. The server refuses connections without TLS; Prisma checks its certificate too with \"sslmode=require&sslaccept=strict&sslcert=/etc/ssl/certs/rds-global-bundle.pem\"."
  type        = string
  default     = "sslmode=require"
}

# CI

variable "github_repository" {
  description = "GitHub repository (\"owner/name\") whose workflows may plan and deploy without a key, or null."
  type        = string
  default     = null
}

variable "github_create_provider" {
  description = "Whether this stack makes the account's identity provider for GitHub; false when the account has it."
  type        = bool
  default     = true
}

variable "state_bucket" {
  description = "Bucket of this stack's Terraform state, for the roles of CI. Needed with github_repository."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || var.state_bucket != null
    error_message = "With github_repository, name the state bucket that its workflows read and write."
  }
}

variable "state_key" {
  description = "Key of the state in that bucket: the profile's StateKey. The roles reach this state, and no other."
  type        = string
  default     = "flora/terraform.tfstate"
  nullable    = false
}
