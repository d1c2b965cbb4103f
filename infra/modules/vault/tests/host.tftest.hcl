mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_subnet" {
    defaults = { vpc_id = "vpc-1", availability_zone = "us-east-1a" }
  }

  mock_data "aws_ssm_parameter" {
    defaults = { value = "ami-1" }
  }

  mock_resource "aws_network_interface" {
    defaults = { private_ip = "10.0.4.10" }
  }

  mock_resource "aws_ebs_volume" {
    defaults = { id = "vol-0123" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/seal" }
  }
}

variables {
  name                       = "shop-vault"
  subnet_id                  = "subnet-1"
  allowed_security_group_ids = { service = "sg-service" }
  service_principal_arns     = ["arn:aws:iam::123456789012:role/shop-api"]
}

run "host_files" {
  # The user data is only known after an apply.
  command = apply

  variables {
    database = { secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds", host = "db.internal", port = 3306, name = "app" }
  }

  assert {
    condition     = strcontains(local.settings.SERVICE_PRINCIPAL_ARNS, "role/shop-api") && local.settings.SECRET_NAME == "secrets/app" && local.settings.DATABASE_HOST == "db.internal"
    error_message = "The host knows whom to let in, to which secret, and which database it copies the account of."
  }

  assert {
    condition     = strcontains(local.service_policy, "path \"kv/data/secrets/app\"") && strcontains(local.service_policy, "capabilities = [\"read\"]")
    error_message = "The service reads its secret and does nothing else."
  }

  assert {
    condition     = strcontains(local.vault_configuration, "seal \"awskms\"") && strcontains(local.vault_configuration, "tls_min_version = \"tls12\"") && !strcontains(local.vault_configuration, "tls_disable")
    error_message = "Vault unseals by KMS and speaks TLS only."
  }

  # EC2 takes 16 KB, counted before base64.
  assert {
    condition     = length(base64gzip(local.user_data)) * 3 / 4 < 16384
    error_message = "The user data fits."
  }

  assert {
    condition     = length(yamldecode(local.user_data).write_files) >= 14 && yamldecode(local.user_data).runcmd == [["/usr/local/sbin/vault-host-setup"]]
    error_message = "cloud-init reads the user data, writes every file and runs the set-up."
  }
}
