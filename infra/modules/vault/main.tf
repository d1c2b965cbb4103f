data "aws_region" "current" {}

data "aws_partition" "current" {}

data "aws_subnet" "this" {
  id = var.subnet_id
}

data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

locals {
  port = 8200
}

resource "aws_security_group" "this" {
  name        = var.name
  description = "HashiCorp Vault of ${var.name}"
  vpc_id      = data.aws_subnet.this.vpc_id

  tags = {
    Name = var.name
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "api" {
  for_each = var.allowed_security_group_ids

  security_group_id            = aws_security_group.this.id
  description                  = "Vault's API from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  referenced_security_group_id = each.value

  tags = {
    Name = "${var.name}-${each.key}"
  }
}

# Packages, KMS, STS, Systems Manager, Secrets Manager, CloudWatch: all of it is HTTPS.
resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.this.id
  description       = "AWS APIs and package repositories"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"

  tags = {
    Name = "${var.name}-https"
  }
}

# The address is the interface's, not the instance's: a host that is replaced keeps it, and clients notice nothing.
resource "aws_network_interface" "this" {
  subnet_id       = var.subnet_id
  description     = "HashiCorp Vault of ${var.name}"
  security_groups = [aws_security_group.this.id]

  tags = {
    Name = var.name
  }
}

# So are the secrets the volume's.
resource "aws_ebs_volume" "data" {
  availability_zone = data.aws_subnet.this.availability_zone
  type              = "gp3"
  size              = var.volume_size
  encrypted         = true
  final_snapshot    = var.deletion_protection

  tags = {
    Name = "${var.name}-data"
  }
}

resource "aws_instance" "this" {
  ami                     = data.aws_ssm_parameter.image.value
  instance_type           = var.instance_type
  iam_instance_profile    = aws_iam_instance_profile.this.name
  disable_api_termination = var.deletion_protection
  ebs_optimized           = true

  # Compressed, because EC2 takes 16 KB of user data.
  user_data_base64            = base64gzip(local.user_data)
  user_data_replace_on_change = true

  network_interface {
    network_interface_id = aws_network_interface.this.id
    device_index         = 0
  }

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = 10
    encrypted   = true
  }

  tags = {
    Name = var.name
  }

  # Each new Amazon Linux image would replace the host. It is replaced with -replace, when its owner says so.
  lifecycle {
    ignore_changes = [ami]
  }

  # The first boot uses them.
  depends_on = [
    aws_iam_role_policy.this,
    aws_iam_role_policy_attachment.ssm,
    aws_vpc_security_group_egress_rule.https,
  ]
}

resource "aws_volume_attachment" "data" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.data.id
  instance_id = aws_instance.this.id

  # Vault has the file system open: detaching under it would wait for ever.
  stop_instance_before_detaching = true
}
