# The values are never in Terraform. value_wo is written once, at creation, and is in neither plan nor state; and because the
# provider then leaves the value alone when it refreshes, the real one that is put there later does not come into the state
# either. ignore_changes = [value] would keep the plan quiet too, but copy every secret into the state.
resource "aws_ssm_parameter" "secret" {
  for_each = var.secret_names

  name             = "${local.parameter_path}/${each.key}"
  description      = "Secret of the ${var.name} API, set by hand"
  type             = "SecureString"
  value_wo         = "to-be-set"
  value_wo_version = 1
}

resource "aws_ssm_parameter" "setting" {
  for_each = var.api_environment

  name        = "${local.parameter_path}/${each.key}"
  description = "Setting of the ${var.name} API"
  type        = "String"
  value       = each.value
}
