# Who may connect is an IAM question: the application signs a short-lived token with its task role, and there is no
# password that could be in a state, a secret or a log.
# https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
resource "aws_elasticache_user" "application" {
  count = local.iam ? 1 : 0

  # Under IAM a user's name is its id.
  user_id       = "${var.name}-app"
  user_name     = "${var.name}-app"
  engine        = var.engine
  access_string = var.access_string

  authentication_mode {
    type = "iam"
  }
}

# A group needs a user called default, which every client is that names none. This one may do nothing.
resource "aws_elasticache_user" "default" {
  count = local.iam ? 1 : 0

  user_id              = "${var.name}-default"
  user_name            = "default"
  engine               = var.engine
  access_string        = "off ~keys* -@all"
  no_password_required = true
}

resource "aws_elasticache_user_group" "this" {
  count = local.iam ? 1 : 0

  user_group_id = var.name
  engine        = var.engine
  user_ids      = [aws_elasticache_user.default[0].user_id, aws_elasticache_user.application[0].user_id]
}

data "aws_iam_policy_document" "connect" {
  count = local.iam ? 1 : 0

  statement {
    sid       = "ConnectToCache"
    actions   = ["elasticache:Connect"]
    resources = [aws_elasticache_replication_group.this.arn, aws_elasticache_user.application[0].arn]
  }
}
