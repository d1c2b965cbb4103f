# What hides from a gate: documents that are complete only after apply because they also name a new resource, and attributes that are left to AWS.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.100" }
  }
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "fixture-"
}

# --- identity ---
data "aws_iam_policy_document" "everything" {
  statement {
    sid       = "Uploads"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.uploads.arn}/*"]
  }

  statement {
    sid       = "Admin"
    actions   = ["*"]
    resources = ["*"]
  }

  statement {
    sid         = "AllButIam"
    not_actions = ["iam:*"]
    resources   = ["*"]
  }

  statement {
    sid       = "Write"
    actions   = ["dynamodb:PutItem"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "joined" {
  source_policy_documents = [
    jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "Joined", Effect = "Allow", Action = "*", Resource = "*" }] }),
  ]

  statement {
    sid       = "Uploads"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.uploads.arn}/*"]
  }
}

# Narrow in every statement: nothing is found in it.
data "aws_iam_policy_document" "sound" {
  statement {
    sid       = "Uploads"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.uploads.arn}/*"]
  }
}

data "aws_iam_policy_document" "readers" {
  statement {
    sid       = "Everybody"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.uploads.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }

  statement {
    sid       = "OverTlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["${aws_s3_bucket.uploads.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  statement {
    sid       = "OneDistribution"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.uploads.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = ["arn:aws:cloudfront::123456789012:distribution/EXAMPLE"]
    }
  }
}

resource "aws_s3_bucket_policy" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  policy = data.aws_iam_policy_document.readers.json
}

resource "aws_iam_role" "task" {
  name = "fixture-task"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }
  })
}

resource "aws_iam_role_policy" "by_document" {
  for_each = {
    everything = data.aws_iam_policy_document.everything.json
    joined     = data.aws_iam_policy_document.joined.json
    sound      = data.aws_iam_policy_document.sound.json
  }

  name   = each.key
  role   = aws_iam_role.task.name
  policy = each.value
}

# A text is known as a whole or not at all: nothing can tell what is in it.
resource "aws_iam_role_policy" "by_text" {
  name = "text"
  role = aws_iam_role.task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "*", Resource = "*" },
      { Effect = "Allow", Action = "s3:GetObject", Resource = "${aws_s3_bucket.uploads.arn}/*" },
    ]
  })
}

# --- hosts ---
resource "aws_instance" "plain" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_instance" "blocks_without_a_word" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_endpoint = "enabled"
  }

  root_block_device {
    volume_size = 30
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 50
  }
}

resource "aws_instance" "sound" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    encrypted = true
  }
}

resource "aws_launch_template" "plain" {
  image_id = "ami-0123456789abcdef0"
}

resource "aws_launch_template" "sound" {
  image_id = "ami-0123456789abcdef0"

  metadata_options {
    http_tokens = "required"
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      encrypted = true
    }
  }
}

# The template says what its disks and its metadata service are.
resource "aws_instance" "launched" {
  launch_template {
    id = aws_launch_template.sound.id
  }
}

# --- what AWS would choose ---
resource "aws_db_instance" "left_out" {
  instance_class      = "db.t4g.small"
  engine              = "postgres"
  allocated_storage   = 20
  username            = "app"
  password            = "correct-horse-battery-staple"
  storage_encrypted   = true
  deletion_protection = true
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "left_out" {
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_elasticache_replication_group" "left_out" {
  replication_group_id = "fixture"
  description          = "cache"
  engine               = "redis"
  node_type            = "cache.t4g.micro"
}

resource "aws_opensearch_domain" "left_out" {
  domain_name = "fixture"
}

resource "aws_dynamodb_table" "left_out" {
  name         = "fixture"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_efs_file_system" "left_out" {}

resource "aws_ebs_volume" "left_out" {
  availability_zone = "us-east-1a"
  size              = 10
}

# One metric in two queries: the expression has no price of its own.
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "fixture-errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 5

  metric_query {
    id          = "rate"
    expression  = "errors / 60"
    return_data = true
  }

  metric_query {
    id = "errors"

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "HTTPCode_Target_5XX_Count"
      period      = 60
      stat        = "Sum"

      dimensions = {
        Bucket = aws_s3_bucket.uploads.id
      }
    }
  }
}
