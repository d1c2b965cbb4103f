mock_provider "aws" {}

variables {
  name = "shop/backend"
}

run "safe_by_default" {
  command = plan

  assert {
    condition     = aws_ecr_repository.this.image_tag_mutability == "IMMUTABLE"
    error_message = "A tag cannot move."
  }

  assert {
    condition     = aws_ecr_repository.this.image_scanning_configuration[0].scan_on_push
    error_message = "Images are scanned when they are pushed."
  }

  assert {
    condition     = aws_ecr_repository.this.encryption_configuration[0].encryption_type == "AES256"
    error_message = "Images are encrypted with AES-256."
  }

  assert {
    condition     = !aws_ecr_repository.this.force_delete
    error_message = "A repository that holds images is not deleted."
  }

  assert {
    condition     = jsondecode(aws_ecr_lifecycle_policy.this.policy).rules[1].selection.countNumber == 30
    error_message = "Thirty images stay."
  }
}

run "with_a_key" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }

  assert {
    condition     = aws_ecr_repository.this.encryption_configuration[0].encryption_type == "KMS"
    error_message = "A key of one's own encrypts the images."
  }
}

run "fewer_images_than_restorable_releases" {
  command = plan

  variables {
    keep_images = 9
  }

  expect_failures = [var.keep_images]
}

run "a_name_that_ecr_refuses" {
  command = plan

  variables {
    name = "Shop/Backend"
  }

  expect_failures = [var.name]
}
