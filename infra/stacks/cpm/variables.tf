variable "name" {
  description = "Name of the stack and prefix of what is in it."
  type        = string
  default     = "cpm"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "The name must be 3 to 20 lower-case letters, digits and hyphens, and begin with a letter."
  }
}

variable "environment" {
  description = "What this place is for, for example \"production\"; a tag of everything."
  type        = string
  default     = "production"
}

variable "region" {
  description = "AWS region. The site's certificate and the billing alarm are in us-east-1 whatever it says."
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region must be one of AWS's, for example \"us-east-1\"."
  }
}

variable "deletion_protection" {
  description = "Whether what holds data refuses to be destroyed. false is for tests: database, buckets and images go without a trace."
  type        = bool
  default     = true
}

variable "github_repository" {
  description = "GitHub repository \"owner/name\" whose workflows may deploy, without keys; null makes no role."
  type        = string
  default     = null
}

variable "create_github_provider" {
  description = "Whether this stack makes the account's identity provider for GitHub; false when the account has one."
  type        = bool
  default     = true
}

variable "state_bucket" {
  description = "Bucket of this stack's Terraform state, which the workflows read and write. Needed with github_repository."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || var.state_bucket != null
    error_message = "With github_repository, name the bucket of the state that its workflows read and write."
  }
}

variable "state_key" {
  description = "Key of the state in that bucket: the profile's StateKey. The roles reach this state, and no other."
  type        = string
  default     = "cpm/terraform.tfstate"
  nullable    = false
}

variable "tags" {
  description = "Further tags of everything."
  type        = map(string)
  default     = {}
}

variable "domain_name" {
  description = "Domain of the application: the site is there, the API at api.<domain_name>. There is no default: without a name there is no certificate, and without a certificate no HTTPS up to the load balancer."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain_name))
    error_message = "The domain must be a lower-case host name such as \"example.com\"."
  }
}

variable "zone_id" {
  description = "Public Route 53 zone that holds domain_name; null makes a zone of that name, whose name servers (output name_servers) the registrar must be told before the certificates can be issued."
  type        = string
  default     = null
}

variable "vpc_cidr" {
  description = "IPv4 range of the VPC."
  type        = string
  default     = "10.0.0.0/16"
}

variable "availability_zone_count" {
  description = "Zones that tasks, database and cache are spread over."
  type        = number
  default     = 2

  validation {
    condition     = var.availability_zone_count >= 2
    error_message = "High availability begins with two zones."
  }
}

variable "nat" {
  description = "NAT gateways: \"per_zone\", or \"single\", which costs half and takes the way out of all zones with its own."
  type        = string
  default     = "per_zone"
}

variable "container_port" {
  description = "Port that the backend listens on; it is told as PORT."
  type        = number
  default     = 5000
}

variable "health_check_path" {
  description = "Path of the backend that answers 200 when it is healthy; below /api/."
  type        = string
  default     = "/api/auth/health"

  validation {
    condition     = startswith(var.health_check_path, "/api/")
    error_message = "The path must be below /api/: nothing else reaches the backend."
  }
}

variable "cpu" {
  description = "CPU units of a task; 1024 is one vCPU."
  type        = number
  default     = 512
}

variable "memory" {
  description = "Memory of a task in MiB."
  type        = number
  default     = 1024
}

variable "min_tasks" {
  description = "Fewest tasks."
  type        = number
  default     = 2
}

variable "max_tasks" {
  description = "Most tasks."
  type        = number
  default     = 10
}

variable "application_environment" {
  description = "Further environment variables of the backend, or other values for those that the stack sets. Nothing secret."
  type        = map(string)
  default     = {}
}

variable "secret_names" {
  description = "Environment variables of the backend that come from Secrets Manager; <name>/<variable> holds the value, which is put in by hand. A task starts only when all have one."
  type        = set(string)
  default     = ["DATABASE_URL", "JWT_SECRET"]
}

variable "database_version" {
  description = "Major version of PostgreSQL."
  type        = string
  default     = "16"
}

variable "database_instance_class" {
  description = "Instance class of the database."
  type        = string
  default     = "db.t3.micro"
}

variable "database_storage" {
  description = "Storage of the database to begin with, in GiB."
  type        = number
  default     = 20
}

variable "database_max_storage" {
  description = "GiB up to which the storage grows by itself."
  type        = number
  default     = 100
}

variable "database_name" {
  description = "Database in the instance."
  type        = string
  default     = "canar_db"
}

variable "backup_retention_days" {
  description = "Days of automatic backups of the database."
  type        = number
  default     = 7
}

variable "cache_node_type" {
  description = "Type of the cache's nodes."
  type        = string
  default     = "cache.t3.micro"
}

variable "cache_authentication" {
  description = "\"iam\": the backend signs in to Redis with its role. \"network\": the security group alone decides, for a client that knows nothing but REDIS_URL."
  type        = string
  default     = "iam"
}

variable "alarm_emails" {
  description = "Addresses that alarms and the budget are sent to; each confirms once."
  type        = set(string)
  default     = []
}

variable "billing_alarm_usd" {
  description = "Charges of the month above which the billing alarm goes off, in USD. They are the whole account's."
  type        = number
  default     = 100
}

variable "budget_usd" {
  description = "Monthly budget of the account in USD."
  type        = number
  default     = 265
}
