variable "name" {
  description = "Prefix of the alarms, and the topic's name before \"-alarms\"."
  type        = string
}

variable "emails" {
  description = "Addresses that are told; each confirms once."
  type        = set(string)
  default     = []
}

variable "cluster_name" {
  description = "ECS cluster of the service."
  type        = string
}

variable "service_name" {
  description = "ECS service that is watched."
  type        = string
}

variable "load_balancer_arn_suffix" {
  description = "CloudWatch's LoadBalancer dimension."
  type        = string
}

variable "target_group_arn_suffix" {
  description = "CloudWatch's TargetGroup dimension."
  type        = string
}

variable "log_group_name" {
  description = "Log group that log_patterns are looked for in."
  type        = string
}

variable "error_rate" {
  description = "Percentage of requests that may fail."
  type        = number
  default     = 5
}

variable "p95_seconds" {
  description = "Seconds within which 95 % of the answers come."
  type        = number
  default     = 2
}

variable "memory_percent" {
  description = "Percentage of the tasks' memory."
  type        = number
  default     = 80
}

variable "cpu_percent" {
  description = "Percentage of the tasks' CPU."
  type        = number
  default     = 80
}

variable "disk_percent" {
  description = "Percentage of the tasks' own storage. Container Insights counts it; null where the cluster has none."
  type        = number
  default     = 80
}

variable "metrics" {
  description = "Further alarms, of databases and the like, by name. A name is the end of the alarm's."
  type = map(object({
    description  = string
    namespace    = string
    metric_name  = string
    statistic    = optional(string, "Average")
    dimensions   = map(string)
    minutes      = optional(number, 5)
    comparison   = optional(string, "GreaterThanThreshold")
    threshold    = number
    missing_data = optional(string, "notBreaching")
  }))
  default = {}
}

variable "log_patterns" {
  description = "Log lines of which a single one is an alarm, by name: a CloudWatch Logs filter pattern and what it means."
  type = map(object({
    description = string
    pattern     = string
  }))
  default = {}

  validation {
    condition     = length(setintersection(keys(var.log_patterns), concat(keys(var.metrics), ["errors", "latency", "memory", "cpu", "disk", "down"]))) == 0
    error_message = "A name is an alarm's, once: errors, latency, memory, cpu, disk, down and the names in metrics are taken."
  }
}
