variable "name" {
  description = "Name of the service and prefix of what belongs to it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{3,39}$", var.name)) && !endswith(var.name, "-")
    error_message = "An App Runner service's name has 4 to 40 lower-case letters, digits and hyphens, starts with a letter and does not end with a hyphen."
  }
}

variable "image" {
  description = "Image that the service is created with; null for a stand-in that answers every request. Later images are the deploys' and ignored here."
  type        = string
  default     = null
}

variable "repository_arn" {
  description = "ARN of the ECR repository that the access role may pull from."
  type        = string
}

variable "port" {
  description = "Port that the program listens on; App Runner hands it over in PORT."
  type        = number
  default     = 5000

  validation {
    condition     = var.port >= 1 && var.port <= 65535
    error_message = "A port lies between 1 and 65535."
  }
}

variable "cpu" {
  description = "CPU of an instance in units of 1/1024 vCPU."
  type        = number
  default     = 1024

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096], var.cpu)
    error_message = "App Runner has 256, 512, 1024, 2048 and 4096 CPU units."
  }
}

variable "memory" {
  description = "Memory of an instance in MB. https://docs.aws.amazon.com/apprunner/latest/dg/manage-configure.html lists what goes with which CPU."
  type        = number
  default     = 2048

  validation {
    condition     = contains([512, 1024, 2048, 3072, 4096, 6144, 8192, 10240, 12288], var.memory)
    error_message = "App Runner has 512, 1024, 2048, 3072, 4096, 6144, 8192, 10240 and 12288 MB."
  }
}

variable "min_instances" {
  description = "Instances that are always provisioned; their memory is billed also when no request comes. 2 for a service that must outlive a zone."
  type        = number
  default     = 1

  validation {
    condition     = var.min_instances >= 1 && var.min_instances <= 25
    error_message = "App Runner provisions 1 to 25 instances."
  }
}

variable "max_instances" {
  description = "Instances that App Runner scales out to."
  type        = number
  default     = 4

  validation {
    condition     = var.max_instances >= var.min_instances && var.max_instances <= 25
    error_message = "The most instances are not fewer than the fewest, and not more than 25."
  }
}

variable "max_concurrency" {
  description = "Requests at a time that one instance takes before App Runner adds another: what it scales by."
  type        = number
  default     = 100

  validation {
    condition     = var.max_concurrency >= 1 && var.max_concurrency <= 200
    error_message = "App Runner scales at 1 to 200 requests at a time."
  }
}

variable "health_check" {
  description = "How App Runner asks whether an instance serves. Times in seconds."
  type = object({
    path                = optional(string, "/health")
    interval            = optional(number, 10)
    timeout             = optional(number, 5)
    healthy_threshold   = optional(number, 1)
    unhealthy_threshold = optional(number, 5)
  })
  default  = {}
  nullable = false

  validation {
    condition     = startswith(var.health_check.path, "/")
    error_message = "The health check's path starts with a slash."
  }
  validation {
    condition = alltrue([
      for seconds in [var.health_check.interval, var.health_check.timeout, var.health_check.healthy_threshold, var.health_check.unhealthy_threshold] :
      seconds >= 1 && seconds <= 20
    ])
    error_message = "App Runner takes 1 to 20 for the health check's interval, timeout and thresholds."
  }
}

variable "vpc_id" {
  description = "VPC of the connector's security group."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets that the connector puts its interfaces into, one per zone."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "The connector needs at least one subnet."
  }
}

variable "egress" {
  description = "What the service may reach through the connector: name to TCP port and either a security group or an IPv4 range. All its traffic goes through the VPC, so that what is not named here is not reachable."
  type = map(object({
    description       = string
    port              = number
    security_group_id = optional(string)
    cidr_ipv4         = optional(string)
  }))
  default  = {}
  nullable = false
}

variable "environment" {
  description = "Environment variables of the program. Nothing secret: they are readable in the console and in the state."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.environment) : !startswith(name, "AWSAPPRUNNER") && name != "PORT"])
    error_message = "App Runner keeps PORT and the prefix AWSAPPRUNNER to itself."
  }
}

variable "secrets" {
  description = "Environment variables whose values App Runner reads at each deployment: name to ARN of a secret in Secrets Manager or of a parameter in SSM."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "instance_policy_json" {
  description = "IAM policy of the program; null for none."
  type        = string
  default     = null
}

variable "custom_domain" {
  description = "Name under which the service is also reached, and the public hosted zone that holds it; null for App Runner's own name only."
  type = object({
    name    = string
    zone_id = string
  })
  default = null
}
