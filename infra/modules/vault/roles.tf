data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "Seal"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt"]
    resources = [aws_kms_key.seal.arn]
  }

  # Write only: the host has no use for the recovery key once it is put away.
  statement {
    sid       = "Recovery"
    actions   = ["secretsmanager:PutSecretValue"]
    resources = [aws_secretsmanager_secret.recovery.arn]
  }

  statement {
    sid       = "Authority"
    actions   = ["ssm:GetParameter", "ssm:PutParameter"]
    resources = [aws_ssm_parameter.authority.arn]
  }

  # Vault asks which unique id a role has that it lets in.
  # https://developer.hashicorp.com/vault/docs/auth/aws#recommended-vault-iam-policy
  statement {
    sid       = "Principals"
    actions   = ["iam:GetRole"]
    resources = concat([aws_iam_role.this.arn], var.service_principal_arns)
  }

  statement {
    sid     = "Logs"
    actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = [
      "${aws_cloudwatch_log_group.audit.arn}:*",
      "${aws_cloudwatch_log_group.host.arn}:*",
    ]
  }

  dynamic "statement" {
    for_each = var.database == null ? [] : [var.database.secret_arn]

    content {
      sid       = "Database"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = [statement.value]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = "${var.name}-host"
  description        = "The host of HashiCorp Vault of ${var.name}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "this" {
  name   = "vault"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}

# Sessions through Systems Manager are the only way in.
resource "aws_iam_role_policy_attachment" "ssm" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "this" {
  name = "${var.name}-host"
  role = aws_iam_role.this.name
}
