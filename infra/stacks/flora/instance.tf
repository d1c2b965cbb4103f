locals {
  service_tag = "${var.name}-api"

  # Canonical's name of an architecture is Debian's, EC2's is the kernel's.
  architecture = contains(data.aws_ec2_instance_type.api.supported_architectures, "arm64") ? "arm64" : "amd64"
}

data "aws_ec2_instance_type" "api" {
  instance_type = var.instance_type
}

# https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/
data "aws_ssm_parameter" "ubuntu" {
  name = "/aws/service/canonical/ubuntu/server/24.04/stable/current/${local.architecture}/hvm/ebs-gp3/ami-id"
}

data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_security_group" "api" {
  name        = local.service_tag
  description = "API of ${var.name}: CloudFront comes in, no SSH; out to AWS, packages and payment"
  vpc_id      = module.network.vpc_id

  tags = { Name = local.service_tag }
}

# CloudFront's own addresses, kept current by AWS: nobody reaches the API past CloudFront and its web ACL. The list counts as 55 of
# the 60 rules that a security group may have.
resource "aws_vpc_security_group_ingress_rule" "cloudfront" {
  security_group_id = aws_security_group.api.id
  description       = "API from CloudFront"
  ip_protocol       = "tcp"
  from_port         = var.api_port
  to_port           = var.api_port
  prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront.id
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.api.id
  description       = "HTTPS: AWS, package registries, Auth0, Stripe"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

# Ubuntu's archive is signed and served over HTTP.
resource "aws_vpc_security_group_egress_rule" "http" {
  security_group_id = aws_security_group.api.id
  description       = "HTTP: Ubuntu's signed package archive"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "smtp" {
  security_group_id = aws_security_group.api.id
  description       = "Mail by SMTP submission"
  ip_protocol       = "tcp"
  from_port         = 587
  to_port           = 587
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "database" {
  security_group_id            = aws_security_group.api.id
  description                  = "PostgreSQL"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = module.database.security_group_id
}

resource "aws_instance" "api" {
  ami                    = nonsensitive(data.aws_ssm_parameter.ubuntu.value)
  instance_type          = var.instance_type
  subnet_id              = module.network.public_subnet_ids[0]
  vpc_security_group_ids = [aws_security_group.api.id]
  iam_instance_profile   = aws_iam_instance_profile.api.name
  monitoring             = var.detailed_monitoring
  user_data_base64       = local.packed_user_data

  # User data runs at the first boot only, so changed user data that leaves the old instance running would be a change that never
  # happens. The instance holds no data (that is in RDS and S3), and a new one deploys the release that ran last by itself:
  # the price is some minutes of downtime, which the plan shows.
  user_data_replace_on_change = true

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
    instance_metadata_tags      = "disabled"
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = var.root_volume_gib
    encrypted   = true

    tags = { Name = local.service_tag }
  }

  tags = { Name = local.service_tag, Service = local.service_tag }

  lifecycle {
    # A new Ubuntu image appears every few weeks; `terraform apply -replace=aws_instance.api` takes it when it suits.
    ignore_changes = [ami]

    precondition {
      condition     = length(local.packed_user_data) * 3 / 4 <= 16384
      error_message = "User data must not pass 16 KB, packed."
    }
  }

  # A first boot that finds no rights or no log group would fail where nobody sees it.
  depends_on = [
    aws_cloudwatch_log_group.api,
    aws_iam_role_policy.api,
    aws_iam_role_policy_attachment.session_manager,
    aws_vpc_security_group_egress_rule.database,
    aws_vpc_security_group_egress_rule.http,
    aws_vpc_security_group_egress_rule.https,
    module.network,
  ]
}

# The address, and with it the origin's name, outlives the instance.
resource "aws_eip" "api" {
  domain = "vpc"

  tags = { Name = local.service_tag }
}

resource "aws_eip_association" "api" {
  allocation_id = aws_eip.api.id
  instance_id   = aws_instance.api.id
}
