terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }

  # bucket, key and region belong to the place, not to the configuration: the profile gives them when it initialises.
  backend "s3" {
    encrypt      = true
    use_lockfile = true
  }
}

locals {
  default_tags = merge(var.tags, {
    Project     = var.name
    Environment = var.environment
    ManagedBy   = "Terraform"
    Stack       = "quizflow"
  })
}

provider "aws" {
  region = var.region

  default_tags {
    tags = local.default_tags
  }
}

# CloudFront takes certificates from us-east-1 only.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = local.default_tags
  }
}

# Where the second copy of the uploads is, if there is one.
provider "aws" {
  alias  = "replica"
  region = coalesce(var.uploads_replica_region, var.region)

  default_tags {
    tags = local.default_tags
  }
}
