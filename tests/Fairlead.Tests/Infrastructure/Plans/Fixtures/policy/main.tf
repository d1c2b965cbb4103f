# Everything that the policy checks look for, once. Planned only; nothing here is ever applied.
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

variable "database_password" {
  type      = string
  sensitive = true
  default   = "correct-horse-battery-staple"
}

# --- buckets ---
resource "aws_s3_bucket" "open" {
  bucket = "fixture-open"
}

resource "aws_s3_bucket_public_access_block" "open" {
  bucket                  = aws_s3_bucket.open.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "open" {
  bucket = aws_s3_bucket.open.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Everyone"
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::fixture-open/*"
    }]
  })
}

resource "aws_s3_bucket" "naked" {
  bucket = "fixture-naked"
}

resource "aws_s3_bucket_acl" "naked" {
  bucket = aws_s3_bucket.naked.id
  acl    = "public-read"
}

module "sound" {
  source = "./bucket"
  name   = "fixture-sound"
}

# --- network ---
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_security_group" "inline" {
  name        = "fixture-inline"
  description = "inline rules"
  vpc_id      = aws_vpc.main.id

  ingress {
    description = "ssh"
    from_port   = 20
    to_port     = 25
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }

  ingress {
    description = "web"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "postgres" {
  type              = "ingress"
  security_group_id = aws_security_group.inline.id
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_vpc_security_group_ingress_rule" "vault" {
  security_group_id = aws_security_group.inline.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 8200
  to_port           = 8200
}

resource "aws_vpc_security_group_ingress_rule" "everything" {
  security_group_id = aws_security_group.inline.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.inline.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

# --- databases and caches ---
resource "aws_db_instance" "main" {
  identifier              = "fixture-main"
  engine                  = "postgres"
  engine_version          = "16.4"
  instance_class          = "db.t4g.small"
  allocated_storage       = 20
  storage_type            = "gp3"
  multi_az                = true
  username                = "app"
  password                = var.database_password
  publicly_accessible     = true
  storage_encrypted       = false
  backup_retention_period = 0
  skip_final_snapshot     = true
}

resource "aws_docdb_cluster" "main" {
  cluster_identifier  = "fixture-docs"
  master_username     = "app"
  master_password     = var.database_password
  storage_encrypted   = false
  skip_final_snapshot = true
}

resource "aws_docdb_cluster_instance" "main" {
  for_each           = toset(["a", "b"])
  identifier         = "fixture-docs-${each.key}"
  cluster_identifier = aws_docdb_cluster.main.id
  instance_class     = "db.t4g.medium"
}

resource "aws_elasticache_replication_group" "main" {
  replication_group_id       = "fixture"
  description                = "cache"
  engine                     = "redis"
  node_type                  = "cache.t4g.micro"
  num_cache_clusters         = 2
  at_rest_encryption_enabled = false
  transit_encryption_enabled = false
}

resource "aws_dynamodb_table" "main" {
  name         = "fixture"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_ebs_volume" "main" {
  availability_zone = "us-east-1a"
  size              = 100
  type              = "gp3"
}

# --- hosts ---
resource "aws_instance" "main" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  metadata_options {
    http_tokens = "optional"
  }
  root_block_device {
    volume_size = 30
    volume_type = "gp3"
    encrypted   = false
  }
}

# --- identity ---
resource "aws_iam_role" "github" {
  name = "fixture-github"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } }
    }]
  })
}

resource "aws_iam_role" "anyone" {
  name = "fixture-anyone"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }
  })
}

resource "aws_iam_role_policy" "wide" {
  name = "wide"
  role = aws_iam_role.github.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Admin", Effect = "Allow", Action = "*", Resource = "*" },
      { Sid = "Storage", Effect = "Allow", Action = ["s3:*"], Resource = "arn:aws:s3:::fixture-open/*" },
      { Sid = "Write", Effect = "Allow", Action = ["dynamodb:PutItem", "dynamodb:GetItem"], Resource = "*" },
      { Sid = "Read", Effect = "Allow", Action = ["ec2:DescribeInstances"], Resource = "*" },
    ]
  })
}

# --- edge ---
resource "aws_lb" "main" {
  name               = "fixture"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_cloudfront_distribution" "main" {
  enabled = true
  origin {
    domain_name = "example.com"
    origin_id   = "api"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "api"
    viewer_protocol_policy = "allow-all"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/0a"
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1"
  }
}

resource "aws_sns_topic" "alarms" {
  name = "fixture-alarms"
}

resource "aws_cloudwatch_log_group" "app" {
  name = "/fixture/app"
}

resource "aws_config_config_rule" "unpriced" {
  name = "fixture"
  source {
    owner             = "AWS"
    source_identifier = "S3_BUCKET_VERSIONING_ENABLED"
  }
}
