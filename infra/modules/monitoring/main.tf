# Empty: the host has Secrets Manager make the password when it first starts, so neither plan nor state ever holds it.
resource "aws_secretsmanager_secret" "grafana" {
  name_prefix             = "${var.name}/grafana-admin-"
  description             = "Password of Grafana's user admin on ${var.name}"
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}

data "aws_iam_policy_document" "this" {
  # Describing knows no resource to be scoped to. It is all that service discovery asks for.
  statement {
    sid       = "DiscoverTargets"
    actions   = ["ec2:DescribeInstances", "ec2:DescribeAvailabilityZones"]
    resources = ["*"]
  }
}

locals {
  configuration = {
    global         = { scrape_interval = "30s", evaluation_interval = "30s", external_labels = { project = var.project } }
    rule_files     = ["/etc/prometheus/rules.yml"]
    scrape_configs = [local.node_job]
  }

  node_job = {
    job_name = "node"
    ec2_sd_configs = [{
      region           = var.region
      port             = 9100
      refresh_interval = "60s"
      filters = [
        { name = "tag:${var.discovery_tag.key}", values = var.discovery_tag.values },
        { name = "instance-state-name", values = ["running"] },
      ]
    }]
    relabel_configs = [
      { source_labels = ["__meta_ec2_tag_Name"], target_label = "name" },
      { source_labels = ["__meta_ec2_tag_${var.discovery_tag.key}"], target_label = "service" },
      { source_labels = ["__meta_ec2_instance_id"], target_label = "instance" },
      { source_labels = ["__meta_ec2_availability_zone"], target_label = "zone" },
    ]
  }
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
  node_exporter   = true
  policy_json     = data.aws_iam_policy_document.this.json
  setup_script    = file("${path.module}/files/setup.sh")

  generated_secrets = { GRAFANA_ADMIN_PASSWORD = aws_secretsmanager_secret.grafana.arn }

  files = {
    "/etc/monitoring.conf"                    = { content = "RETENTION=\"${var.retention_days}d\"\n" }
    "/usr/local/lib/service/grafana-password" = { content = file("${path.module}/files/grafana-password.sh"), mode = "0755" }
    "/etc/prometheus/prometheus.yml"          = { content = yamlencode(local.configuration) }
    "/etc/prometheus/rules.yml"               = { content = file("${path.module}/files/rules.yml") }
    "/etc/grafana-provisioned/datasource.yml" = { content = file("${path.module}/files/datasource.yml") }
    "/etc/grafana-provisioned/dashboards.yml" = { content = file("${path.module}/files/dashboards.yml") }
    "/etc/grafana-provisioned/nodes.json"     = { content = file("${path.module}/files/nodes.json") }
  }
}

# Node Exporter of everything that the tag finds, and nothing else of it.
resource "aws_vpc_security_group_egress_rule" "node_exporter" {
  for_each = var.target_cidrs

  security_group_id = module.host.security_group_id
  description       = "Node Exporter in ${each.key}"
  ip_protocol       = "tcp"
  from_port         = 9100
  to_port           = 9100
  cidr_ipv4         = each.value
}
