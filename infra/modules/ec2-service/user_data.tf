module "pinned_download" {
  source = "../pinned-download"
}

locals {
  releases = var.service == null ? {} : { releases = { bucket = var.service.release_bucket, prefix = var.service.release_prefix } }

  # Both bash and systemd read "…" with these four characters escaped.
  environment = merge(
    { AWS_REGION = var.region, SERVICE_NAME = var.name },
    var.environment,
    # Last: it is the port that load balancer and health check ask.
    var.service == null ? {} : { PORT = tostring(var.service.port) },
  )
  quoted = { for key, value in local.environment : key => "\"${replace(value, "/([\"\\\\$`])/", "\\$1")}\"" }

  configuration = merge(
    {
      SERVICE_NAME  = var.name
      AWS_REGION    = var.region
      PACKAGES      = join(" ", var.packages)
      NODE_EXPORTER = tostring(var.node_exporter)
    },
    var.service == null ? {} : {
      SERVICE_PORT        = tostring(var.service.port)
      SERVICE_HEALTH_PATH = var.service.health_check_path
      SERVICE_INSTALL     = var.service.install_command
      SERVICE_MIGRATE     = var.service.migrate_command
      SERVICE_START       = var.service.start_command
      RELEASE_BUCKET      = var.service.release_bucket
      RELEASE_PREFIX      = var.service.release_prefix
    },
  )

  log_files = merge(
    { bootstrap = "/var/log/cloud-init-output.log" },
    var.service == null ? {} : { service = "/var/log/service/service.log" },
    var.log_files,
  )

  agent = {
    agent = { metrics_collection_interval = 60, run_as_user = "root" }
    logs = {
      logs_collected = {
        files = {
          collect_list = [
            for stream, path in local.log_files : {
              file_path       = path
              log_group_name  = aws_cloudwatch_log_group.this.name
              log_stream_name = "{instance_id}/${stream}"
            }
          ]
        }
      }
    }
    metrics = {
      namespace         = var.name
      append_dimensions = { InstanceId = "$${aws:InstanceId}" }
      metrics_collected = {
        mem  = { measurement = ["used_percent"] }
        disk = { measurement = ["used_percent"], resources = ["/"] }
      }
    }
  }

  scripts = merge(
    {
      "/usr/local/lib/service/bootstrap"      = file("${path.module}/files/bootstrap.sh")
      "/usr/local/lib/service/fetch-pinned"   = module.pinned_download.script
      "/usr/local/lib/service/node-exporter"  = file("${path.module}/files/node-exporter.sh")
      "/usr/local/bin/service-secrets"        = file("${path.module}/files/service-secrets.sh")
      "/usr/local/lib/service/setup"          = var.setup_script
      "/usr/local/lib/service/placeholder.py" = file("${path.module}/files/placeholder.py")
    },
    var.service == null ? {} : {
      "/usr/local/bin/deploy-release"   = file("${path.module}/files/deploy-release.sh")
      "/usr/local/lib/service/start"    = file("${path.module}/files/start.sh")
      "/etc/systemd/system/app.service" = file("${path.module}/files/app.service")
    },
  )

  files = merge(
    { for path, content in local.scripts : path => { content = content, mode = startswith(path, "/etc/") ? "0644" : "0755" } },
    {
      "/etc/service/service.conf" = {
        content = join("", [for key, value in local.configuration : "${key}=\"${replace(value, "/([\"\\\\$`])/", "\\$1")}\"\n"])
        mode    = "0644"
      }
      "/etc/service/environment" = {
        content = join("", [for key, value in local.quoted : "${key}=${value}\n"])
        mode    = "0644"
      }
      "/etc/service/secrets.list" = {
        content = join("", concat(
          [for key, arn in var.secrets : "${key} ${arn}\n"],
          [for key, arn in var.generated_secrets : "${key} ${arn} generate\n"],
        ))
        mode = "0644"
      }
      "/opt/aws/amazon-cloudwatch-agent/etc/service.json" = {
        content = jsonencode(local.agent)
        mode    = "0644"
      }
    },
    var.files,
  )

  # Compressed, because user data may have 16 KiB. It names secrets and holds none.
  # https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
  user_data = base64gzip("#cloud-config\n${yamlencode({
    write_files = [for path, file in local.files : { path = path, content = file.content, permissions = file.mode }]
    runcmd      = [["/usr/local/lib/service/bootstrap"]]
  })}")
}
