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
  s3_use_path_style           = true
}

variable "api_token" {
  type      = string
  sensitive = true
  default   = "token-of-today"
}

resource "aws_s3_bucket" "uploads" {
  bucket        = "fixture-uploads"
  force_destroy = true
  tags          = { Owner = "shop|team", Note = "a `tick` and <b>" }
}

resource "aws_s3_bucket" "archive" {
  for_each      = toset(["one"])
  bucket        = "fixture-archive-${each.key}"
  force_destroy = true
}

resource "aws_dynamodb_table" "orders" {
  name                        = "fixture-orders-v2"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = false
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_db_instance" "main" {
  identifier                  = "fixture-main"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  storage_type                = "gp3"
  storage_encrypted           = true
  username                    = "app"
  manage_master_user_password = true
  backup_retention_period     = 0
  deletion_protection         = false
  skip_final_snapshot         = true
}

resource "aws_ssm_parameter" "token" {
  name  = "/fixture/token"
  type  = "SecureString"
  value = var.api_token
}

resource "aws_ssm_parameter" "level" {
  name  = "/fixture/level"
  type  = "String"
  value = "info"
}

resource "aws_cloudwatch_log_group" "app" {
  name              = "/fixture/app"
  retention_in_days = 14
}

moved {
  from = aws_cloudwatch_log_group.old_name
  to   = aws_cloudwatch_log_group.new_name
}

resource "aws_cloudwatch_log_group" "new_name" {
  name              = "/fixture/moved"
  retention_in_days = 30
}

removed {
  from = aws_ecr_repository.app
  lifecycle {
    destroy = false
  }
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = "sg-0123456789abcdef0"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_db_instance" "replica" {
  identifier          = "fixture-replica"
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.t4g.micro"
  skip_final_snapshot = true
}

resource "aws_iam_role" "task" {
  name = "fixture-task"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "task" {
  name = "task"
  role = aws_iam_role.task.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "arn:aws:s3:::fixture-uploads/*" }]
  })
}

resource "terraform_data" "note" {
  input = { region = "us-east-1", zones = ["a", "b", "c"] }
}

output "bucket" {
  value = aws_s3_bucket.uploads.bucket
}

output "token" {
  value     = var.api_token
  sensitive = true
}
