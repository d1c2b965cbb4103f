module "jenkins" {
  source = "../../modules/jenkins"

  name                 = "${var.name}-jenkins"
  region               = var.region
  vpc_id               = module.network.vpc_id
  subnet_id            = module.network.private_subnet_ids[0]
  instance_type        = var.jenkins_instance_type
  repository_url       = var.github_repository == null ? null : "https://github.com/${var.github_repository}.git"
  script_path          = "infra/stacks/ecommerce/Jenkinsfile"
  git_token_secret_arn = var.git_token_secret_arn
  deletion_protection  = var.deletion_protection

  deploy_policy_json = merge(
    {
      infrastructure = data.aws_iam_policy_document.infrastructure.json
      release        = data.aws_iam_policy_document.release.json
    },
    { for document in data.aws_iam_policy_document.state : "state" => document.json },
  )

  exposure = var.jenkins_access == null ? null : {
    listener_arn                    = module.load_balancer.listener_arn
    load_balancer_security_group_id = module.load_balancer.security_group_id
    priority                        = 10
    host_header                     = var.jenkins_access.host
    cidrs                           = var.jenkins_access.cidrs
  }
}

module "github_oidc" {
  source = "../../modules/github-oidc"
  count  = var.github_repository == null ? 0 : 1

  name            = var.name
  repository      = var.github_repository
  create_provider = var.create_github_provider

  state = var.state_bucket == null ? null : { bucket = var.state_bucket, key = var.state_key }

  policy_json = {
    infrastructure = data.aws_iam_policy_document.infrastructure.json
    release        = data.aws_iam_policy_document.release.json
  }
}
