# A second fence around the private subnets, in case a security group is opened by mistake: from outside of the VPC only
# answers come in, and only HTTPS goes out.
resource "aws_network_acl" "private" {
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.private_subnet_ids

  tags = { Name = "${var.name}-private" }
}

resource "aws_network_acl_rule" "from_vpc" {
  network_acl_id = aws_network_acl.private.id
  rule_number    = 100
  egress         = false
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = module.network.vpc_cidr
}

# Network ACLs keep no connections: answers from outside come to the ports that Linux and NAT gateways choose.
resource "aws_network_acl_rule" "answers" {
  network_acl_id = aws_network_acl.private.id
  rule_number    = 200
  egress         = false
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 1024
  to_port        = 65535
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "to_vpc" {
  network_acl_id = aws_network_acl.private.id
  rule_number    = 100
  egress         = true
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = module.network.vpc_cidr
}

resource "aws_network_acl_rule" "https" {
  network_acl_id = aws_network_acl.private.id
  rule_number    = 200
  egress         = true
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 443
  to_port        = 443
  cidr_block     = "0.0.0.0/0"
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
data "aws_iam_policy_document" "logs_key" {
  statement {
    sid       = "AccountAdministersTheKey"
    actions   = ["kms:*"]
    resources = ["*"] # In a key's policy, this key.

    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }

  statement {
    sid       = "LogsEncrypt"
    actions   = ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.${var.region}.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:${data.aws_partition.current.partition}:logs:${var.region}:${data.aws_caller_identity.current.account_id}:log-group:/ecs/${local.backend}"]
    }
  }
}

resource "aws_kms_key" "logs" {
  description             = "Logs of ${local.backend}"
  enable_key_rotation     = true
  deletion_window_in_days = var.deletion_protection ? 30 : 7
  policy                  = data.aws_iam_policy_document.logs_key.json
}

resource "aws_kms_alias" "logs" {
  name          = "alias/${var.name}-logs"
  target_key_id = aws_kms_key.logs.key_id
}
