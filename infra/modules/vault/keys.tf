# Vault's root key is encrypted with this key: Vault opens itself after a restart, and whoever may not use the key
# has nothing from the volume.
resource "aws_kms_key" "seal" {
  description             = "Unseals HashiCorp Vault of ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = var.deletion_protection ? 30 : 7
}

resource "aws_kms_alias" "seal" {
  name          = "alias/${var.name}-seal"
  target_key_id = aws_kms_key.seal.key_id
}

# Empty until the host has initialized Vault: the recovery key is made there and never passes Terraform.
resource "aws_secretsmanager_secret" "recovery" {
  name                    = "${var.name}/recovery"
  description             = "Recovery key of HashiCorp Vault: makes a new root token when nobody can log in any more"
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}

resource "aws_ssm_parameter" "authority" {
  name        = "/${var.name}/authority"
  description = "Certificate of the authority that signs Vault's certificate; what clients trust. The host writes it."
  type        = "String"
  value       = "The host writes its authority's certificate here."

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_cloudwatch_log_group" "audit" {
  name              = "/vault/${var.name}/audit"
  retention_in_days = var.audit_retention_days
}

resource "aws_cloudwatch_log_group" "host" {
  name              = "/vault/${var.name}/host"
  retention_in_days = 30
}
