output "deploy_role_arn" {
  description = "Role that workflows take to deploy."
  value       = aws_iam_role.deploy.arn
}

output "plan_role_arn" {
  description = "Role that workflows take to plan a pull request."
  value       = aws_iam_role.plan.arn
}
