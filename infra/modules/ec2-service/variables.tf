variable "name" {
  description = "Name of the service: of its instances, role, log group and metrics namespace."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "The name must be 3 to 40 lower-case letters, digits and hyphens, and begin with a letter."
  }
}

variable "region" {
  description = "Region that the instances call."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the instances."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the instances; they are spread over them."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "At least one subnet is needed."
  }
}

variable "ami_ssm_parameter" {
  description = "Public parameter that names the image: Amazon Linux 2023 for x86-64, or another with dnf, systemd and the SSM agent."
  type        = string
  default     = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

variable "instance_type" {
  description = "Instance type (x86-64)."
  type        = string
  default     = "t3.micro"
}

variable "root_volume_gib" {
  description = "Size of the encrypted root volume, in GiB."
  type        = number
  default     = 20

  validation {
    condition     = var.root_volume_gib >= 8
    error_message = "The image needs 8 GiB."
  }
}

variable "instance_count" {
  description = "Number of fixed instances; used without auto_scaling."
  type        = number
  default     = 2

  validation {
    condition     = var.instance_count >= 1 && floor(var.instance_count) == var.instance_count
    error_message = "The number of instances must be a whole number from 1."
  }
}

variable "auto_scaling" {
  description = "Auto scaling group instead of fixed instances, kept at cpu_target percent of average CPU; null: fixed instances."
  type = object({
    min            = optional(number, 2)
    max            = optional(number, 6)
    desired        = optional(number, 2)
    cpu_target     = optional(number, 60)
    grace_seconds  = optional(number, 300)
    warmup_seconds = optional(number, 180)
  })
  default = null

  validation {
    condition     = var.auto_scaling == null ? true : var.auto_scaling.min <= var.auto_scaling.desired && var.auto_scaling.desired <= var.auto_scaling.max
    error_message = "min <= desired <= max must hold."
  }
}

variable "target_group_arns" {
  description = "Target groups that the instances are registered with, by a name for each."
  type        = map(string)
  default     = {}
}

variable "ingress" {
  description = "Who may connect: name to security group and port."
  type = map(object({
    security_group_id = string
    port              = number
  }))
  default = {}
}

variable "egress" {
  description = "What the instances may connect to besides HTTPS: name to security group and port."
  type = map(object({
    security_group_id = string
    port              = number
  }))
  default = {}
}

variable "packages" {
  description = "Packages of the distribution that are installed at first boot."
  type        = list(string)
  default     = []
}

variable "setup_script" {
  description = "Script that runs once as root at first boot, before the service starts."
  type        = string
  default     = "#!/bin/sh\n"
}

variable "files" {
  description = "Further files: path to content and mode."
  type = map(object({
    content = string
    mode    = optional(string, "0644")
  }))
  default = {}
}

variable "log_files" {
  description = "Further log files that are shipped: stream name to path."
  type        = map(string)
  default     = {}
}

variable "node_exporter" {
  description = "Whether Node Exporter runs on port 9100. Who may scrape it is for the caller to say."
  type        = bool
  default     = false
}

variable "service" {
  description = "The service that releases are deployed of; null: none, the set-up script is all. The commands run as the user service in the release's folder, with the service's environment, in which PORT is the port to listen on; start_command is run by systemd and must stay in the foreground."
  type = object({
    port              = number
    health_check_path = string
    install_command   = string
    migrate_command   = string
    start_command     = string
    release_bucket    = string
    release_prefix    = string
  })
  default = null
}

variable "environment" {
  description = "Environment of the service. One line each; nothing secret."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key in keys(var.environment) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", key))])
    error_message = "A name in the environment has letters, digits and underscores."
  }
}

variable "secrets" {
  description = "Secrets in the service's environment: name to the ARN of an SSM parameter or a Secrets Manager secret, the latter with :key appended for one key of its JSON. Fetched on the instance, again every five minutes."
  type        = map(string)
  default     = {}
}

variable "generated_secrets" {
  description = "Secrets that nobody chooses: name in the environment to the ARN of an empty Secrets Manager secret. The first instance to start has Secrets Manager make the value, so that neither plan nor state ever holds it."
  type        = map(string)
  default     = {}
}

variable "policy_json" {
  description = "Further statements of the instances' role; null: none."
  type        = string
  default     = null
}

variable "instance_tags" {
  description = "Further tags of the instances."
  type        = map(string)
  default     = {}
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30
}
