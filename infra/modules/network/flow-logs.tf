locals {
  flow_logs = var.flow_logs ? toset(["vpc"]) : toset([])
}

resource "aws_cloudwatch_log_group" "flow_logs" {
  for_each = local.flow_logs

  name              = "/aws/vpc/${var.name}"
  retention_in_days = var.flow_logs_retention_days
}

data "aws_iam_policy_document" "flow_logs_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }

    # Another account's flow logs must not be able to borrow this role (the confused deputy).
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_iam_role" "flow_logs" {
  for_each = local.flow_logs

  name               = "${var.name}-${data.aws_region.current.id}-flow-logs"
  assume_role_policy = data.aws_iam_policy_document.flow_logs_trust.json
}

data "aws_iam_policy_document" "flow_logs" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
    resources = ["arn:${data.aws_partition.current.partition}:logs:${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}:log-group:/aws/vpc/${var.name}:*"]
  }

  # The service looks the group up in a list, and a list has no ARN to be scoped to.
  statement {
    actions   = ["logs:DescribeLogGroups"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "flow_logs" {
  for_each = local.flow_logs

  name   = "write-flow-logs"
  role   = aws_iam_role.flow_logs[each.key].id
  policy = data.aws_iam_policy_document.flow_logs.json
}

resource "aws_flow_log" "this" {
  for_each = local.flow_logs

  vpc_id               = aws_vpc.this.id
  traffic_type         = "ALL"
  log_destination_type = "cloud-watch-logs"
  log_destination      = aws_cloudwatch_log_group.flow_logs[each.key].arn
  iam_role_arn         = aws_iam_role.flow_logs[each.key].arn

  tags = { Name = var.name }

  depends_on = [aws_iam_role_policy.flow_logs]
}
