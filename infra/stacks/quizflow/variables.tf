variable "name" {
  description = "Name of the stack and prefix of what is in it."
  type        = string
  default     = "quizflow"

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
  description = "AWS region. The site's certificate is in us-east-1 whatever it says."
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
  default     = "quizflow/terraform.tfstate"
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
  description = "Zones that tasks and database are spread over."
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
  description = "Port that the API listens on; it is told as PORT."
  type        = number
  default     = 5000
}

variable "health_check_path" {
  description = "Path of the API that answers 200 when it is healthy, its database included. CloudFront serves it under the site's name, too."
  type        = string
  default     = "/health"

  validation {
    condition     = startswith(var.health_check_path, "/") && !strcontains(var.health_check_path, "*")
    error_message = "The path must begin with a slash and name one page."
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

variable "scale_out" {
  description = "Add tasks when their average CPU is above threshold (percent) for so many minutes."
  type        = object({ threshold = number, minutes = number })
  default     = { threshold = 70, minutes = 5 }
}

variable "scale_in" {
  description = "Remove a task when their average CPU is below threshold (percent) for so many minutes."
  type        = object({ threshold = number, minutes = number })
  default     = { threshold = 30, minutes = 15 }
}

variable "application_environment" {
  description = "Further environment variables of the API, or other values for those that the stack sets. Nothing secret."
  type        = map(string)
  default     = {}
}

variable "secret_names" {
  description = "Environment variables of the API that come from Secrets Manager; <name>/<variable> holds the value, which is put in by hand. A task starts only when all have one. DATABASE_URL comes on top."
  type        = set(string)
  default = [
    "JWT_ACCESS_SECRET",
    "JWT_REFRESH_SECRET",
    "OPENAI_API_KEY",
    "STRIPE_SECRET_KEY",
    "STRIPE_WEBHOOK_SECRET",
  ]
}

variable "mongo_url_secret_arn" {
  description = "ARN of a Secrets Manager secret that holds the URL of a MongoDB elsewhere, such as Atlas. Null makes a DocumentDB cluster in the VPC."
  type        = string
  default     = null

  validation {
    condition     = var.mongo_url_secret_arn == null ? true : can(regex("^arn:[^:]+:secretsmanager:", var.mongo_url_secret_arn))
    error_message = "Give the ARN of a Secrets Manager secret, not the URL: a URL here would stay in the state."
  }
}

variable "mongo_cidrs" {
  description = "IPv4 ranges of that MongoDB; the tasks may connect to port 27017 there."
  type        = list(string)
  default     = ["0.0.0.0/0"]
}

variable "database_instance_class" {
  description = "Instance class of the DocumentDB cluster."
  type        = string
  default     = "db.t4g.medium"
}

variable "database_instances" {
  description = "Instances of the DocumentDB cluster, spread over the zones."
  type        = number
  default     = 2
}

variable "backup_retention_days" {
  description = "Days of automatic backups of the database."
  type        = number
  default     = 30
}

variable "uploads_archive_after_days" {
  description = "Days after which an uploaded file moves to Glacier."
  type        = number
  default     = 90
}

variable "uploads_archive_storage_class" {
  description = "Glacier's class: GLACIER_IR can be read at once, GLACIER and DEEP_ARCHIVE only after hours."
  type        = string
  default     = "GLACIER_IR"
}

variable "uploads_replica_region" {
  description = "Region of a second copy of the uploads; null keeps one."
  type        = string
  default     = null

  validation {
    condition     = var.uploads_replica_region == null ? true : var.uploads_replica_region != var.region
    error_message = "A copy in the same region survives no failure of the region; name another one."
  }
}

variable "xray" {
  description = "Whether a collector beside the API passes its traces on to X-Ray."
  type        = bool
  default     = true
}

variable "xray_sampling_rate" {
  description = "Share of the requests that are traced, 0 to 1."
  type        = number
  default     = 0.05
}

variable "alarm_emails" {
  description = "Addresses that alarms are sent to; each confirms once."
  type        = set(string)
  default     = []
}

variable "alarm_error_rate" {
  description = "Percentage of failed requests above which there is an alarm."
  type        = number
  default     = 5
}

variable "alarm_p95_seconds" {
  description = "Seconds that the slowest twentieth of the answers may take."
  type        = number
  default     = 2
}

variable "alarm_memory_percent" {
  description = "Percentage of the tasks' memory above which there is an alarm."
  type        = number
  default     = 80
}
