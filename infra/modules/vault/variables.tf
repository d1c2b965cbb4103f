variable "name" {
  description = "Name of the host and prefix of what belongs to it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,57}$", var.name))
    error_message = "The name has 2 to 58 lower-case letters, digits and hyphens and starts with a letter."
  }
}

variable "subnet_id" {
  description = "Private subnet of the host. It needs a way out to the AWS APIs and the package repositories."
  type        = string
}

variable "allowed_security_group_ids" {
  description = "Security groups that may use port 8200, by a name for each. Nothing else can."
  type        = map(string)
}

variable "instance_type" {
  description = "Instance type (x86_64, Nitro)."
  type        = string
  default     = "t3.small"
}

variable "volume_size" {
  description = "GiB of the volume that holds the secrets."
  type        = number
  default     = 20

  validation {
    condition     = var.volume_size >= 1
    error_message = "The volume has at least 1 GiB."
  }
}

variable "vault_version" {
  description = "Version of HashiCorp's vault package. Changing it replaces the host; address and secrets stay."
  type        = string
  default     = "1.20.4"

  validation {
    condition     = can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+$", var.vault_version))
    error_message = "The version is three numbers, such as 1.20.4."
  }
}

variable "service_role" {
  description = "Vault role, and Vault policy, that the service logs in as."
  type        = string
  default     = "node-api"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.service_role)) && !contains(["default", "operator", "root"], var.service_role)
    error_message = "The role has lower-case letters, digits and hyphens; default, operator and root are taken."
  }
}

variable "service_principal_arns" {
  description = "IAM roles whose holders may log in as service_role."
  type        = list(string)

  validation {
    condition     = length(var.service_principal_arns) > 0 && alltrue([for arn in var.service_principal_arns : !strcontains(arn, "*")])
    error_message = "Name at least one role, and none with a wildcard: Vault would let in whoever matches."
  }
}

variable "secret_path" {
  description = "API path of the one secret that service_role reads, in the version-2 key-value store kv."
  type        = string
  default     = "kv/data/secrets/app"

  validation {
    condition     = can(regex("^kv/data/[A-Za-z0-9_/-]+$", var.secret_path))
    error_message = "The path starts with kv/data/ and holds letters, digits, hyphens, underscores and slashes."
  }
}

variable "server_id" {
  description = "Value that a login must carry, signed, in X-Vault-AWS-IAM-Server-ID, so that a login to another Vault cannot be replayed here; null for none. Clients must send it."
  type        = string
  default     = null

  validation {
    condition     = var.server_id == null ? true : can(regex("^[A-Za-z0-9.-]+$", var.server_id))
    error_message = "The server id has letters, digits, dots and hyphens."
  }
}

variable "database" {
  description = "Database whose address and account the host keeps in the service's secret as DB_HOST, DB_PORT, DB_NAME, DB_USER and DB_PASSWORD; secret_arn is the secret that RDS rotates. Null for none."
  type = object({
    secret_arn = string
    host       = string
    port       = number
    name       = string
  })
  default = null
}

variable "audit_retention_days" {
  description = "Days that the audit log is kept."
  type        = number
  default     = 365
}

variable "deletion_protection" {
  description = "Whether the host refuses to be terminated, the volume leaves a snapshot, and key and recovery secret can be had back for 30 days."
  type        = bool
  default     = true
}
