module "pinned_download" {
  source = "../pinned-download"
}

locals {
  # kv/data/secrets/app is how the API names the secret secrets/app of the version-2 store kv.
  secret_name = trimprefix(var.secret_path, "kv/data/")

  tls_directory = "/var/lib/vault/tls"

  settings = {
    NAME                   = var.name
    REGION                 = data.aws_region.current.id
    VAULT_VERSION          = var.vault_version
    ADDRESS                = aws_network_interface.this.private_ip
    DATA_VOLUME_ID         = aws_ebs_volume.data.id
    TLS_DIRECTORY          = local.tls_directory
    RUN_DIRECTORY          = "/run/vault-configure"
    AUTHORITY_PARAMETER    = aws_ssm_parameter.authority.name
    RECOVERY_SECRET_ARN    = aws_secretsmanager_secret.recovery.arn
    HOST_ROLE_ARN          = aws_iam_role.this.arn
    SERVICE_ROLE           = var.service_role
    SERVICE_PRINCIPAL_ARNS = join(",", var.service_principal_arns)
    SERVER_ID              = var.server_id == null ? "" : var.server_id
    SECRET_NAME            = local.secret_name
    DATABASE_SECRET_ARN    = var.database == null ? "" : var.database.secret_arn
    DATABASE_HOST          = var.database == null ? "" : var.database.host
    DATABASE_PORT          = var.database == null ? "" : tostring(var.database.port)
    DATABASE_NAME          = var.database == null ? "" : var.database.name
  }

  vault_configuration = <<-EOT
    ui            = false
    disable_mlock = true # https://developer.hashicorp.com/vault/docs/configuration#disable_mlock: with integrated storage
    api_addr      = "https://${aws_network_interface.this.private_ip}:${local.port}"
    cluster_addr  = "https://127.0.0.1:8201"

    storage "raft" {
      path    = "/var/lib/vault/raft"
      node_id = "${var.name}"
    }

    listener "tcp" {
      address         = "0.0.0.0:${local.port}"
      cluster_address = "127.0.0.1:8201"
      tls_cert_file   = "${local.tls_directory}/vault.pem"
      tls_key_file    = "${local.tls_directory}/vault.key"
      tls_min_version = "tls12"
    }

    seal "awskms" {
      region     = "${data.aws_region.current.id}"
      kms_key_id = "${aws_kms_key.seal.arn}"
    }
  EOT

  service_policy = <<-EOT
    path "${var.secret_path}" {
      capabilities = ["read"]
    }
  EOT

  # For people in a session on the host, and for the host itself: the service's secret and who may read it, no more.
  operator_policy = <<-EOT
    path "${var.secret_path}" {
      capabilities = ["create", "read", "update", "patch"]
    }
    path "kv/metadata/${local.secret_name}" {
      capabilities = ["read"]
    }
    path "sys/policies/acl/${var.service_role}" {
      capabilities = ["create", "read", "update"]
    }
    path "auth/aws/role/${var.service_role}" {
      capabilities = ["create", "read", "update"]
    }
  EOT

  cloudwatch_agent = {
    logs = {
      logs_collected = {
        files = {
          collect_list = [
            {
              file_path       = "/var/log/vault/audit.log"
              log_group_name  = aws_cloudwatch_log_group.audit.name
              log_stream_name = "{instance_id}"
            },
            {
              file_path       = "/var/log/cloud-init-output.log"
              log_group_name  = aws_cloudwatch_log_group.host.name
              log_stream_name = "{instance_id}/cloud-init"
            },
          ]
        }
      }
    }
  }

  units = {
    # Without its disk Vault would begin a new, empty life.
    "vault.service.d/disk.conf" = <<-EOT
      [Unit]
      AssertPathIsMountPoint=/var/lib/vault
    EOT
    "vault-configure.service"   = <<-EOT
      [Unit]
      Description=Initialize and configure Vault
      After=vault.service
      Requires=vault.service
      [Service]
      Type=oneshot
      RemainAfterExit=true
      ExecStart=/usr/local/sbin/vault-configure
      Restart=on-failure
      RestartSec=30
      [Install]
      WantedBy=multi-user.target
    EOT
    "vault-certificate.service" = <<-EOT
      [Unit]
      Description=Renew Vault's certificate
      [Service]
      Type=oneshot
      ExecStart=/usr/local/sbin/vault-certificate
    EOT
    "vault-certificate.timer"   = <<-EOT
      [Timer]
      OnCalendar=weekly
      Persistent=true
      [Install]
      WantedBy=timers.target
    EOT
    "vault-database.service"    = <<-EOT
      [Unit]
      Description=Copy the database account into Vault
      After=vault-configure.service
      Requires=vault-configure.service
      [Service]
      Type=oneshot
      ExecStart=/usr/local/sbin/vault-database
    EOT
    "vault-database.timer"      = <<-EOT
      [Timer]
      OnCalendar=*:0/5
      [Install]
      WantedBy=timers.target
    EOT
  }

  logrotate = <<-EOT
    /var/log/vault/audit.log {
      daily
      rotate 7
      compress
      delaycompress
      missingok
      create 0640 vault vault
      postrotate
        systemctl reload vault
      endscript
    }
  EOT

  scripts = ["vault-host-setup", "vault-certificate", "vault-configure", "vault-database"]

  # Names and addresses only: whoever may describe the instance reads its user data.
  user_data = join("\n", [
    "#cloud-config",
    yamlencode({
      write_files = concat(
        [
          {
            path        = "/etc/vault-host/settings"
            permissions = "0644"
            content     = join("", [for key, value in local.settings : "${key}='${value}'\n"])
          },
          { path = "/etc/vault-host/vault.hcl", permissions = "0644", content = local.vault_configuration },
          { path = "/etc/vault-host/service.hcl", permissions = "0644", content = local.service_policy },
          { path = "/etc/vault-host/operator.hcl", permissions = "0644", content = local.operator_policy },
          { path = "/etc/vault-host/cloudwatch-agent.json", permissions = "0644", content = jsonencode(local.cloudwatch_agent) },
          { path = "/etc/logrotate.d/vault-audit", permissions = "0644", content = local.logrotate },
        ],
        [
          for script in local.scripts :
          { path = "/usr/local/sbin/${script}", permissions = "0755", content = file("${path.module}/host/${script}") }
        ],
        [{ path = "/usr/local/sbin/fetch-pinned", permissions = "0755", content = module.pinned_download.script }],
        [
          for unit, content in local.units :
          { path = "/etc/systemd/system/${unit}", permissions = "0644", content = content }
        ],
      )
      runcmd = [["/usr/local/sbin/vault-host-setup"]]
    }),
  ])
}
