mock_provider "aws" {
  override_during = plan

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

run "private_and_encrypted" {
  command = plan

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.api) == ["service"] && aws_vpc_security_group_ingress_rule.api["service"].from_port == 8200 && aws_vpc_security_group_ingress_rule.api["service"].to_port == 8200 && aws_vpc_security_group_ingress_rule.api["service"].referenced_security_group_id == "sg-service"
    error_message = "Port 8200 is open to the service's security group only."
  }

  assert {
    condition     = aws_instance.this.metadata_options[0].http_tokens == "required" && aws_instance.this.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "Instance metadata needs a token, and no container gets one."
  }

  assert {
    condition     = aws_ebs_volume.data.encrypted && aws_instance.this.root_block_device[0].encrypted
    error_message = "Both disks are encrypted."
  }

  assert {
    condition     = aws_kms_key.seal.enable_key_rotation
    error_message = "The key that unseals rotates."
  }

  assert {
    condition     = output.address == "https://10.0.4.10:8200"
    error_message = "Clients reach Vault over TLS at an address that outlives the host."
  }
}

run "protected_by_default" {
  command = plan

  assert {
    condition     = aws_instance.this.disable_api_termination && aws_ebs_volume.data.final_snapshot && aws_secretsmanager_secret.recovery.recovery_window_in_days == 30
    error_message = "Nothing that holds secrets goes at once."
  }
}

run "throw_away" {
  command = plan

  variables {
    deletion_protection = false
  }

  assert {
    condition     = !aws_instance.this.disable_api_termination && !aws_ebs_volume.data.final_snapshot && aws_secretsmanager_secret.recovery.recovery_window_in_days == 0
    error_message = "Without protection everything can be destroyed."
  }
}

run "everybody" {
  command = plan

  variables {
    service_principal_arns = ["arn:aws:iam::123456789012:role/*"]
  }

  expect_failures = [var.service_principal_arns]
}

run "a_reserved_role" {
  command = plan

  variables {
    service_role = "root"
  }

  expect_failures = [var.service_role]
}

run "a_path_outside_the_store" {
  command = plan

  variables {
    secret_path = "secret/data/app"
  }

  expect_failures = [var.secret_path]
}
