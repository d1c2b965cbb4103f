locals {
  # What an administrator logs in with, and what encrypts plans between stages.
  secrets = {
    ADMIN_PASSWORD     = { name = "admin", description = "Password of Jenkins' user admin" }
    TERRAFORM_PLAN_KEY = { name = "plan-key", description = "Key that encrypts Terraform plans between the stages Plan and Apply" }
  }

  exposed = var.exposure == null ? {} : { load_balancer = var.exposure }
}

# Empty: the host has Secrets Manager make the values when it first starts, so neither plan nor state ever holds them.
resource "aws_secretsmanager_secret" "this" {
  for_each = local.secrets

  name_prefix             = "${var.name}/${each.value.name}-"
  description             = "${each.value.description} on ${var.name}"
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}

module "host" {
  source = "../ec2-service"

  name            = var.name
  region          = var.region
  vpc_id          = var.vpc_id
  subnet_ids      = [var.subnet_id]
  instance_type   = var.instance_type
  instance_count  = 1
  root_volume_gib = var.volume_gib
  node_exporter   = var.node_exporter
  setup_script    = file("${path.module}/files/setup.sh")
  log_files       = { jenkins = "/var/log/jenkins/jenkins.log" }

  generated_secrets = { for key, secret in aws_secretsmanager_secret.this : key => secret.arn }
  secrets           = var.git_token_secret_arn == null ? {} : { GIT_TOKEN = var.git_token_secret_arn }

  target_group_arns = { for key, group in aws_lb_target_group.this : key => group.arn }
  ingress           = { for key, exposure in local.exposed : key => { security_group_id = exposure.load_balancer_security_group_id, port = 8080 } }

  files = {
    "/etc/jenkins.conf" = {
      content = <<-CONF
        LISTEN_ADDRESS="${var.exposure == null ? "127.0.0.1" : "0.0.0.0"}"
        JENKINS_VERSION="${var.jenkins_version}"
        TERRAFORM_VERSION="${var.terraform_version}"
        DOTNET_SDK_VERSION="${var.dotnet_sdk.version}"
        DOTNET_SDK_SHA512="${var.dotnet_sdk.sha512}"
      CONF
    }
    "/usr/local/lib/service/jenkins-secrets" = { content = file("${path.module}/files/jenkins-secrets.sh"), mode = "0755" }
    "/etc/jenkins/plugins.txt"               = { content = file("${path.module}/files/plugins.txt") }
    "/etc/jenkins/jenkins.yaml" = {
      content = templatefile("${path.module}/files/jenkins.yaml.tftpl", {
        name           = var.name
        url            = var.exposure == null ? "http://localhost:8080/" : "https://${var.exposure.host_header}/"
        repository_url = var.repository_url
        script_path    = var.script_path
        has_token      = var.git_token_secret_arn != null
      })
    }
  }
}

# The role deploys; there is no access key to lose.
resource "aws_iam_role_policy" "deploy" {
  for_each = var.deploy_policy_json

  name   = each.key
  role   = module.host.role_name
  policy = each.value
}

resource "aws_lb_target_group" "this" {
  for_each = local.exposed

  name     = var.name
  port     = 8080
  protocol = "HTTP"
  vpc_id   = var.vpc_id

  health_check {
    path    = "/login"
    matcher = "200"
  }
}

# Both must hold: the name and one of the networks. Who is in neither gets the load balancer's 404.
resource "aws_lb_listener_rule" "this" {
  for_each = local.exposed

  listener_arn = each.value.listener_arn
  priority     = each.value.priority

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[each.key].arn
  }

  condition {
    host_header {
      values = [each.value.host_header]
    }
  }

  condition {
    source_ip {
      values = each.value.cidrs
    }
  }
}
