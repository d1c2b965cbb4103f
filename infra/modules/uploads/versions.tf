terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
      # The region of the second copy. Always passed, used only when replicate is set.
      configuration_aliases = [aws.replica]
    }
  }
}
