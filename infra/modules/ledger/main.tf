data "aws_caller_identity" "current" {}

# A bucket of its own: the site's is served to the public and pruned, and a release must stay readable after that.
module "bucket" {
  source = "../private-bucket"

  name             = "${var.name}-ledger-${data.aws_caller_identity.current.account_id}"
  force_destroy    = !var.deletion_protection
  old_version_days = var.old_version_days
}
