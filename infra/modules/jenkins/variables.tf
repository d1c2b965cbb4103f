variable "name" {
  description = "Name of the Jenkins host."
  type        = string
}

variable "region" {
  description = "Region that the host calls."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the host."
  type        = string
}

variable "subnet_id" {
  description = "Subnet of the host. It needs a way out, and no way in."
  type        = string
}

variable "instance_type" {
  description = "Instance type. With less than 4 GiB of memory builds swap."
  type        = string
  default     = "t3.micro"
}

variable "volume_gib" {
  description = "Size of the volume with Jenkins' home and work spaces, in GiB."
  type        = number
  default     = 40
}

variable "node_exporter" {
  description = "Whether Node Exporter runs on port 9100."
  type        = bool
  default     = true
}

variable "repository_url" {
  description = "HTTPS URL of the repository whose branches are built; null makes no job."
  type        = string
  default     = null

  validation {
    condition     = var.repository_url == null ? true : can(regex("^https://[A-Za-z0-9./_-]+$", var.repository_url))
    error_message = "The repository must be an HTTPS URL without credentials."
  }
}

variable "script_path" {
  description = "Path of the Jenkinsfile in the repository."
  type        = string
  default     = "Jenkinsfile"
}

variable "git_token_secret_arn" {
  description = "Secrets Manager secret with a read token of a private repository; null for a public one."
  type        = string
  default     = null
}

variable "deploy_policy_json" {
  description = "What the pipeline may do: policies of the host's role, name to JSON."
  type        = map(string)
  default     = {}
}

variable "exposure" {
  description = "Rule of an HTTPS listener that leads to Jenkins, for requests with the host name from the networks; null: reachable by Session Manager's port forwarding only."
  type = object({
    listener_arn                    = string
    load_balancer_security_group_id = string
    priority                        = number
    host_header                     = string
    cidrs                           = list(string)
  })
  default = null

  validation {
    condition     = var.exposure == null ? true : length(var.exposure.cidrs) > 0 && !contains(var.exposure.cidrs, "0.0.0.0/0")
    error_message = "Jenkins runs what it is told with the rights to deploy: name the networks that may reach it, not all of them."
  }
}

variable "jenkins_version" {
  description = "Version of Jenkins, of its long-term line."
  type        = string
  default     = "2.516.3"
}

variable "terraform_version" {
  description = "Version of Terraform."
  type        = string
  default     = "1.11.4"
}

variable "dotnet_sdk" {
  description = "The .NET SDK for linux-x64, and the SHA-512 of its archive as https://builds.dotnet.microsoft.com/dotnet/release-metadata/10.0/releases.json has it."
  type = object({
    version = string
    sha512  = string
  })

  # The version that global.json names, and the digest of build/sdk.sha512.
  default = {
    version = "10.0.100"
    sha512  = "f78dbac30c9af2230d67ff5c224de3a5dbf63f8a78d1c206594dedb80e6909d2cc8a9d865d5105c72c2fd2aa266fc0c6c77dedac60408cbccf272b116bd11b07"
  }

  validation {
    condition     = can(regex("^[0-9a-f]{128}$", var.dotnet_sdk.sha512))
    error_message = "The digest is the archive's SHA-512: 128 hexadecimal digits in lower case."
  }
}

variable "deletion_protection" {
  description = "Whether deleted secrets can be restored for 30 days."
  type        = bool
  default     = true
}
