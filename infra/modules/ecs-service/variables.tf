variable "name" {
  description = "Name of the service, its task family and its container, for example \"shop-api\"."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,26}[a-z0-9]$", var.name))
    error_message = "The name must be 3 to 28 lower-case letters, digits and hyphens, and begin with a letter (a target group's name has at most 32)."
  }
}

variable "cluster_name" {
  description = "Name of the cluster; null for <name>-cluster."
  type        = string
  default     = null
}

variable "log_group_name" {
  description = "Log group of the containers; null for /ecs/<name>."
  type        = string
  default     = null
}

variable "log_retention_days" {
  description = "Days that the containers' logs are kept."
  type        = number
  default     = 30
}

variable "log_kms_key_arn" {
  description = "KMS key that encrypts the logs; its policy must let the CloudWatch Logs service use it. Null for CloudWatch's own key."
  type        = string
  default     = null
}

variable "vpc_id" {
  description = "VPC of the subnets."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets with a way out (images, secrets and logs are reached over HTTPS), in at least two zones."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "The tasks need subnets in at least two availability zones."
  }
}

variable "load_balancer_security_group_id" {
  description = "Security group of the load balancer: the only one that may connect. Its own way to the tasks is its business: pass it this module's security_group_id."
  type        = string
}

variable "listener_arn" {
  description = "Listener that the service's rule belongs to."
  type        = string
}

variable "listener_rule_priority" {
  description = "Place of the rule among the listener's; the lowest number is asked first."
  type        = number
  default     = 100

  validation {
    condition     = var.listener_rule_priority >= 1 && var.listener_rule_priority <= 50000
    error_message = "A listener rule's priority is a number from 1 to 50000."
  }
}

variable "host_headers" {
  description = "Host names that the rule serves, for example [\"api.example.com\"]. Empty: any."
  type        = list(string)
  default     = []
}

variable "path_patterns" {
  description = "Paths that the rule serves, for example [\"/api/*\"]."
  type        = list(string)
  default     = ["/*"]

  validation {
    condition     = length(var.path_patterns) > 0 && length(var.path_patterns) + length(var.host_headers) <= 5
    error_message = "Give at least one path, and no more than five paths and host names together: a listener rule holds five values."
  }
}

variable "container_port" {
  description = "Port that the container listens on."
  type        = number

  validation {
    condition     = var.container_port >= 1 && var.container_port <= 65535
    error_message = "The container's port must be a number from 1 to 65535."
  }
}

variable "cpu" {
  description = "CPU units of a task: 1024 is one vCPU. Fargate has 256, 512, 1024, 2048, 4096, 8192 and 16384."
  type        = number
  default     = 512

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "Fargate has tasks with 256, 512, 1024, 2048, 4096, 8192 or 16384 CPU units."
  }
}

variable "memory" {
  description = "Memory of a task in MiB; which values there are depends on cpu."
  type        = number
  default     = 1024

  validation {
    # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
    condition = contains(lookup({
      "256"   = [512, 1024, 2048]
      "512"   = range(1024, 4097, 1024)
      "1024"  = range(2048, 8193, 1024)
      "2048"  = range(4096, 16385, 1024)
      "4096"  = range(8192, 30721, 1024)
      "8192"  = range(16384, 61441, 4096)
      "16384" = range(32768, 122881, 8192)
    }, tostring(var.cpu), []), var.memory)
    error_message = "Fargate has no task with that memory for that cpu; see the table of task sizes in the ECS developer guide."
  }
}

variable "cpu_architecture" {
  description = "\"X86_64\" or \"ARM64\"; the image must be built for it."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.cpu_architecture)
    error_message = "The architecture must be \"X86_64\" or \"ARM64\"."
  }
}

variable "desired_count" {
  description = "Tasks to begin with; null for min. Afterwards scaling and deploys decide."
  type        = number
  default     = null
}

variable "min" {
  description = "Fewest tasks that scaling leaves running."
  type        = number
  default     = 2

  validation {
    condition     = var.min >= 1
    error_message = "At least one task must run."
  }
}

variable "max" {
  description = "Most tasks that scaling starts."
  type        = number
  default     = 10

  validation {
    condition     = var.max >= var.min
    error_message = "max must not be below min."
  }
}

variable "scale_out" {
  description = "Add tasks when the service's average CPU is above threshold (percent) for so many minutes."
  type = object({
    threshold = number
    minutes   = number
  })
  default = { threshold = 70, minutes = 5 }

  validation {
    condition     = var.scale_out.threshold > 0 && var.scale_out.threshold <= 100 && var.scale_out.minutes >= 1
    error_message = "The threshold is a percentage above 0, the time at least one minute."
  }
}

variable "scale_in" {
  description = "Remove a task when the service's average CPU is below threshold (percent) for so many minutes."
  type = object({
    threshold = number
    minutes   = number
  })
  default = { threshold = 30, minutes = 15 }

  validation {
    condition     = var.scale_in.threshold > 0 && var.scale_in.threshold < var.scale_out.threshold && var.scale_in.minutes >= 1
    error_message = "The threshold is a percentage below scale_out's, the time at least one minute; otherwise the service would swing."
  }
}

variable "health_check_path" {
  description = "Path that answers 200 when the task is healthy."
  type        = string
  default     = "/health"

  validation {
    condition     = startswith(var.health_check_path, "/")
    error_message = "The health check's path must begin with a slash."
  }
}

variable "health_check_grace_seconds" {
  description = "Seconds after a task's start during which a failing health check does not stop it."
  type        = number
  default     = 60
}

variable "deregistration_delay" {
  description = "Seconds that a task which is going away may still answer the requests it has."
  type        = number
  default     = 30
}

variable "image" {
  description = "Image of the first task definition. The default is a public one that ends at once: the circuit breaker stops it, and the first deploy registers the service's own image."
  type        = string
  default     = "public.ecr.aws/docker/library/hello-world:latest"
}

variable "repository_arns" {
  description = "ECR repositories that images are pulled from. Empty: any of this account's in the region."
  type        = list(string)
  default     = []
}

variable "environment" {
  description = "Environment variables of the container. Nothing secret: they are readable in the task definition."
  type        = map(string)
  default     = {}
}

variable "secrets" {
  description = "Environment variables that ECS fills from Secrets Manager or Parameter Store when a task starts: name to ARN. One key of a JSON secret is <arn>:<key>::."
  type        = map(string)
  default     = {}
}

variable "secret_kms_key_arns" {
  description = "KMS keys that the secrets are encrypted with, by a name for each. Empty: AWS's own key for Secrets Manager or Parameter Store."
  type        = map(string)
  default     = {}
}

variable "task_policy_json" {
  description = "IAM policy of what the application itself may do, as JSON (aws_iam_policy_document). Null: nothing."
  type        = string
  default     = null
}

variable "egress" {
  description = "What the tasks may connect to besides HTTPS anywhere (images, secrets, logs, the APIs they call): name to port and one of a security group or an IPv4 range."
  type = map(object({
    port              = number
    security_group_id = optional(string)
    cidr_ipv4         = optional(string)
  }))
  default = {}
}

variable "xray" {
  description = "Whether a collector beside the application passes its OpenTelemetry traces on to X-Ray."
  type        = bool
  default     = false
}

variable "xray_image" {
  description = "Image of that collector, AWS's distribution of OpenTelemetry's."
  type        = string
  default     = "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1"
}

variable "xray_sampling_rate" {
  description = "Share of the requests that are traced, 0 to 1; X-Ray charges by the trace."
  type        = number
  default     = 0.05

  validation {
    condition     = var.xray_sampling_rate >= 0 && var.xray_sampling_rate <= 1
    error_message = "The rate is a share between 0 and 1."
  }
}

variable "container_insights" {
  description = "Whether the cluster sends task-level metrics to CloudWatch, which are paid as custom metrics."
  type        = bool
  default     = true
}
