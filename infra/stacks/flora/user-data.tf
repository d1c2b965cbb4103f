module "pinned_download" {
  source = "../../modules/pinned-download"
}

locals {
  # What the scripts are told. The scripts themselves are plain files, so that they can be checked and tested as they are.
  service_config = {
    SERVICE_NAME            = var.name
    SERVICE_USER            = "api"
    SERVICE_ROOT            = "/srv/api"
    LIBRARY                 = "/usr/local/lib/api"
    LOG_DIRECTORY           = "/var/log/api"
    LOCK_FILE               = "/run/lock/api-deploy.lock"
    ENVIRONMENT_FILE        = "/srv/api/environment.json"
    AWS_REGION              = var.region
    PUBLIC_ADDRESS          = aws_eip.api.public_ip
    API_PORT                = var.api_port
    HEALTH_CHECK_PATH       = var.health_check_path
    HEALTH_SECONDS          = 90
    ENTRY_SCRIPT            = var.entry_script
    MIGRATE_COMMAND         = var.migrate_command
    NODE_MAJOR_VERSION      = var.node_major_version
    RELEASE_BUCKET          = module.releases.bucket
    RELEASE_PREFIX          = local.release_prefix
    KEEP_RELEASES           = 3
    FILES_BUCKET            = module.files.bucket
    PARAMETER_PATH          = local.parameter_path
    DATABASE_SECRET_ARN     = module.database.master_user_secret_arn
    DATABASE_HOST           = module.database.address
    DATABASE_PORT           = module.database.port
    DATABASE_NAME           = module.database.database_name
    DATABASE_URL_PARAMETERS = var.database_url_parameters
  }

  boot_files = {
    "/etc/api/api.conf" = {
      content     = join("", [for key, value in local.service_config : "${key}='${value}'\n"])
      permissions = "0644"
    }
    "/etc/api/cloudwatch-agent.json" = {
      content     = templatefile("${path.module}/scripts/cloudwatch-agent.json.tftpl", { name = var.name, log_group = local.log_group })
      permissions = "0644"
    }
    "/usr/local/lib/api/service.sh"           = { content = file("${path.module}/scripts/service.sh"), permissions = "0644" }
    "/usr/local/lib/api/fetch-pinned"         = { content = module.pinned_download.script, permissions = "0755" }
    "/usr/local/lib/api/bootstrap.sh"         = { content = file("${path.module}/scripts/bootstrap.sh"), permissions = "0755" }
    "/usr/local/lib/api/environment.cjs"      = { content = file("${path.module}/scripts/environment.cjs"), permissions = "0644" }
    "/usr/local/lib/api/with-environment.cjs" = { content = file("${path.module}/scripts/with-environment.cjs"), permissions = "0644" }
    "/usr/local/lib/api/ecosystem.config.cjs" = { content = file("${path.module}/scripts/ecosystem.config.cjs"), permissions = "0644" }
    "/usr/local/bin/deploy-release"           = { content = file("${path.module}/scripts/deploy-release.sh"), permissions = "0755" }
    "/usr/local/bin/refresh-environment"      = { content = file("${path.module}/scripts/refresh-environment.sh"), permissions = "0755" }
    "/etc/systemd/system/api-environment.service" = {
      content     = "[Unit]\nDescription=Renews the environment of the API\n[Service]\nType=oneshot\nEnvironment=PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin\nExecStart=/usr/local/bin/refresh-environment --reload\n"
      permissions = "0644"
    }
    "/etc/systemd/system/api-environment.timer" = {
      content     = "[Timer]\nOnBootSec=1min\nOnUnitActiveSec=5min\n[Install]\nWantedBy=timers.target\n"
      permissions = "0644"
    }
    "/etc/logrotate.d/api" = {
      content     = "/var/log/api/*.log {\n  daily\n  maxsize 50M\n  rotate 7\n  compress\n  missingok\n  copytruncate\n  su api api\n}\n"
      permissions = "0644"
    }
  }

  user_data = "#cloud-config\n${yamlencode({
    write_files = [for path, file in local.boot_files : { path = path, permissions = file.permissions, content = file.content }]
    runcmd      = [["/usr/local/lib/api/bootstrap.sh"]]
  })}"

  # EC2 takes 16 KB, and cloud-init unpacks what is packed.
  packed_user_data = base64gzip(local.user_data)
}
