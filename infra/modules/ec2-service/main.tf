data "aws_partition" "current" {}

data "aws_default_tags" "current" {}

data "aws_ssm_parameter" "ami" {
  name = var.ami_ssm_parameter
}

locals {
  # Deployers find the instances by this tag.
  tag_key   = "Service"
  tag_value = var.name

  instance_tags = merge(var.instance_tags, { Name = var.name, (local.tag_key) = local.tag_value })

  # Spread over the zones in turn.
  fixed_instances = var.auto_scaling != null ? {} : {
    for index in range(var.instance_count) : tostring(index + 1) => var.subnet_ids[index % length(var.subnet_ids)]
  }

  fixed_attachments = {
    for pair in setproduct(keys(local.fixed_instances), keys(var.target_group_arns)) : "${pair[0]}/${pair[1]}" => {
      instance     = pair[0]
      target_group = pair[1]
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/ec2/${var.name}"
  retention_in_days = var.log_retention_days
}

# Everything is said here and not by a launch template: a plan of it can then be judged before it is applied.
resource "aws_instance" "fixed" {
  for_each = local.fixed_instances

  ami                    = data.aws_ssm_parameter.ami.insecure_value
  instance_type          = var.instance_type
  subnet_id              = each.value
  vpc_security_group_ids = [aws_security_group.this.id]
  iam_instance_profile   = aws_iam_instance_profile.this.name
  user_data_base64       = local.user_data

  # IMDSv2 only, and not from a container's network: a request forged through the application gets no credentials.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_type           = "gp3"
    volume_size           = var.root_volume_gib
    encrypted             = true
    delete_on_termination = true
  }

  tags = merge(local.instance_tags, { Name = "${var.name}-${each.key}" })

  lifecycle {
    # A new image or a changed script must not replace or stop all instances in one apply. They are replaced one at a time, with -replace.
    ignore_changes = [ami, user_data_base64]
  }

  # The first thing an instance does is to ask for its configuration and write its log.
  depends_on = [aws_iam_role_policy.this, aws_iam_role_policy_attachment.this, aws_vpc_security_group_egress_rule.https]
}

resource "aws_lb_target_group_attachment" "fixed" {
  for_each = local.fixed_attachments

  target_group_arn = var.target_group_arns[each.value.target_group]
  target_id        = aws_instance.fixed[each.value.instance].id
}

resource "aws_launch_template" "this" {
  count = var.auto_scaling == null ? 0 : 1

  name                   = var.name
  description            = "Instances of ${var.name}"
  update_default_version = true

  image_id               = data.aws_ssm_parameter.ami.insecure_value
  instance_type          = var.instance_type
  user_data              = local.user_data
  vpc_security_group_ids = [aws_security_group.this.id]

  iam_instance_profile {
    arn = aws_iam_instance_profile.this.arn
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  # The name of Amazon Linux' root device.
  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.root_volume_gib
      encrypted             = true
      delete_on_termination = true
    }
  }

  # The provider's default tags do not reach what a launch template creates.
  tag_specifications {
    resource_type = "volume"
    tags          = merge(data.aws_default_tags.current.tags, local.instance_tags)
  }
}

resource "aws_autoscaling_group" "this" {
  count = var.auto_scaling == null ? 0 : 1

  name                      = var.name
  min_size                  = var.auto_scaling.min
  max_size                  = var.auto_scaling.max
  desired_capacity          = var.auto_scaling.desired
  vpc_zone_identifier       = var.subnet_ids
  target_group_arns         = values(var.target_group_arns)
  health_check_type         = length(var.target_group_arns) > 0 ? "ELB" : "EC2"
  health_check_grace_period = var.auto_scaling.grace_seconds
  default_instance_warmup   = var.auto_scaling.warmup_seconds
  enabled_metrics           = ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupTotalInstances"]

  launch_template {
    id      = aws_launch_template.this[0].id
    version = aws_launch_template.this[0].latest_version
  }

  # A changed launch template rolls through the group: a new instance is healthy before an old one goes.
  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 100
      max_healthy_percentage = 200
      auto_rollback          = true
    }
  }

  # Tags of a group are blocks of their own, so the provider's default tags are repeated here.
  dynamic "tag" {
    for_each = merge(data.aws_default_tags.current.tags, local.instance_tags)

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }

  lifecycle {
    # From the first minute on the scaling policy decides.
    ignore_changes = [desired_capacity]
  }

  depends_on = [aws_iam_role_policy.this, aws_iam_role_policy_attachment.this, aws_vpc_security_group_egress_rule.https]
}

resource "aws_autoscaling_policy" "cpu" {
  count = var.auto_scaling == null ? 0 : 1

  name                   = "${var.name}-cpu"
  autoscaling_group_name = aws_autoscaling_group.this[0].name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = var.auto_scaling.cpu_target

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}
