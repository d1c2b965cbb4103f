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

resource "aws_s3_bucket" "site" {
  bucket = "fixture-drift-site"
  tags   = { Owner = "shop" }
}

resource "aws_s3_bucket" "gone" {
  bucket = "fixture-drift-gone"
}

resource "aws_ssm_parameter" "token" {
  name  = "/fixture/drift/token"
  type  = "SecureString"
  value = "token-of-yesterday"
}

resource "aws_ssm_parameter" "level" {
  name  = "/fixture/drift/level"
  type  = "String"
  value = "info"
}
