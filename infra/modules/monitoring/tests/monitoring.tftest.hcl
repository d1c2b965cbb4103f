mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name          = "shop-monitoring"
  project       = "shop"
  region        = "us-east-1"
  vpc_id        = "vpc-1"
  subnet_id     = "subnet-1"
  discovery_tag = { key = "Service", values = ["shop-api", "shop-web"] }
  target_cidrs  = { shop = "10.0.0.0/16" }
}

run "instances_are_found_by_their_tag" {
  command = plan

  assert {
    condition     = local.node_job.ec2_sd_configs[0].filters[0] == { name = "tag:Service", values = tolist(["shop-api", "shop-web"]) } && local.node_job.ec2_sd_configs[0].port == 9100
    error_message = "Prometheus asks for running instances with the tag, on Node Exporter's port."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_egress_rule.node_exporter : rule.from_port] == [9100]
    error_message = "The host reaches Node Exporter in the named network."
  }
}

run "a_tag_that_no_label_can_be_named_after_is_refused" {
  command = plan

  variables {
    discovery_tag = { key = "my service", values = ["x"] }
  }

  expect_failures = [var.discovery_tag]
}
