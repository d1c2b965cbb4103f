mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_availability_zones" {
    defaults = { names = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_data "aws_ec2_instance_type" {
    defaults = { supported_architectures = ["arm64"] }
  }

  mock_data "aws_ssm_parameter" {
    defaults = { value = "ami-0123456789abcdef0" }
  }

  mock_data "aws_ec2_managed_prefix_list" {
    defaults = { id = "pl-cloudfront" }
  }
}

# Values that AWS gives only when it creates; with them, the user data can be looked at in a plan.
override_module {
  target = module.database

  outputs = {
    address                = "db.example"
    arn                    = "arn:aws:rds:us-east-1:111122223333:db:flora"
    database_name          = "flora"
    endpoint               = "db.example:5432"
    identifier             = "flora"
    master_user_secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds-1"
    port                   = 5432
    security_group_id      = "sg-database"
    username               = "app"
  }
}

override_resource {
  target          = aws_eip.api
  override_during = plan

  values = {
    public_ip  = "198.51.100.7"
    public_dns = "ec2-198-51-100-7.compute-1.amazonaws.com"
  }
}

run "as_it_comes" {
  command = plan

  assert {
    condition     = aws_vpc_security_group_ingress_rule.cloudfront.from_port == 3000 && aws_vpc_security_group_ingress_rule.cloudfront.to_port == 3000 && aws_vpc_security_group_ingress_rule.cloudfront.prefix_list_id == "pl-cloudfront" && aws_vpc_security_group_ingress_rule.cloudfront.cidr_ipv4 == null
    error_message = "The API is reached from CloudFront at its port, and from nowhere else."
  }

  assert {
    condition     = aws_instance.api.metadata_options[0].http_tokens == "required" && aws_instance.api.root_block_device[0].encrypted
    error_message = "Instance metadata needs a token, and the disk is encrypted."
  }

  assert {
    condition     = data.aws_ssm_parameter.ubuntu.name == "/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id" && aws_instance.api.ami == "ami-0123456789abcdef0"
    error_message = "The image is Ubuntu's for the instance's architecture."
  }

  assert {
    condition     = aws_instance.api.user_data_replace_on_change
    error_message = "Changed user data reaches the machine."
  }

  assert {
    condition     = aws_instance.api.tags.Service == "flora-api" && output.instance_tag_key == "Service" && output.instance_tag_value == "flora-api"
    error_message = "The instance has the tag that deploys look for."
  }

  assert {
    condition     = alltrue([for name, parameter in aws_ssm_parameter.secret : parameter.type == "SecureString" && parameter.name == "/flora/production/${name}"]) && length(aws_ssm_parameter.secret) == 6
    error_message = "Each secret is an encrypted parameter under the stack's path."
  }

  assert {
    condition     = alltrue([for parameter in aws_ssm_parameter.secret : parameter.value_wo_version == 1])
    error_message = "The placeholder of a secret is written once."
  }

  assert {
    condition     = aws_cloudwatch_log_group.api.name == "/aws/ec2/flora" && aws_cloudwatch_log_group.api.retention_in_days == 30
    error_message = "The logs are in /aws/ec2/<name>."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.session_manager.policy_arn == "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
    error_message = "The way in is Session Manager."
  }

  assert {
    condition = anytrue([
      for statement in data.aws_iam_policy_document.api.statement : statement.effect == "Deny" && contains(statement.actions, "ssm:GetParameter") && try(contains(statement.not_resources, "arn:aws:ssm:us-east-1:111122223333:parameter/flora/production/*"), false)
    ])
    error_message = "The instance reads no parameters but its own."
  }

  assert {
    condition     = output.release_bucket == "flora-releases-111122223333" && output.site_bucket == "flora-site-111122223333" && output.ledger_bucket == "flora-ledger-111122223333"
    error_message = "Buckets are named after the stack and the account."
  }

  assert {
    condition     = output.stack == "flora" && output.region == "us-east-1" && output.service_host == "ec2" && output.database_instance == "flora" && output.health_check_path == "/api/health" && output.release_prefix == "releases" && output.ledger_prefix == "ledger" && output.log_group == "/aws/ec2/flora"
    error_message = "The outputs are those that all stacks share."
  }

  assert {
    condition     = length(module.github) == 0 && length(aws_sns_topic.alarms) == 0 && length(aws_route53_record.site) == 0
    error_message = "CI's roles, mail and DNS records are there when they are asked for."
  }
}

run "user_data_holds_the_scripts_and_no_secret" {
  command = plan

  assert {
    condition     = aws_instance.api.user_data_base64 == base64gzip(local.user_data) && length(aws_instance.api.user_data_base64) * 3 / 4 < 12000
    error_message = "User data is packed, far below the 16 KB that EC2 takes."
  }

  assert {
    condition     = startswith(local.user_data, "#cloud-config\n") && yamldecode(local.user_data).runcmd[0][0] == "/usr/local/lib/api/bootstrap.sh"
    error_message = "cloud-init runs the bootstrap script."
  }

  assert {
    condition = alltrue([
      for path in ["/usr/local/bin/deploy-release", "/usr/local/bin/refresh-environment", "/usr/local/lib/api/bootstrap.sh"] :
      anytrue([for file in yamldecode(local.user_data).write_files : file.path == path && file.permissions == "0755" && startswith(file.content, "#!/usr/bin/env bash\n")])
    ])
    error_message = "The scripts are installed as programs."
  }

  assert {
    condition = alltrue([
      for script in ["environment.cjs", "with-environment.cjs", "ecosystem.config.cjs"] :
      anytrue([for file in yamldecode(local.user_data).write_files : file.path == "/usr/local/lib/api/${script}" && file.content == file("scripts/${script}")])
    ])
    error_message = "What starts the API, script or program, is beside what it reads."
  }

  assert {
    condition = alltrue([
      for line in ["RELEASE_BUCKET='flora-releases-111122223333'", "DATABASE_HOST='db.example'", "PARAMETER_PATH='/flora/production'", "ENTRY_SCRIPT='dist/index.js'", "MIGRATE_COMMAND='pnpm run db:migrate'"] :
      contains(split("\n", one([for file in yamldecode(local.user_data).write_files : file.content if file.path == "/etc/api/api.conf"])), line)
    ])
    error_message = "The configuration tells the scripts where things are."
  }

  assert {
    condition = alltrue([
      for log in ["flora-backend-out.log", "flora-backend-error.log", "user-data.log"] :
      anytrue([for file in one([for file in yamldecode(local.user_data).write_files : jsondecode(file.content) if file.path == "/etc/api/cloudwatch-agent.json"]).logs.logs_collected.files.collect_list :
      endswith(file.file_path, log) && file.log_group_name == "/aws/ec2/flora"])
    ])
    error_message = "The agent ships both logs of the API and that of the first boot."
  }

  assert {
    condition     = !strcontains(local.user_data, "to-be-set\"\n") && !anytrue([for name in var.secret_names : strcontains(local.user_data, name)])
    error_message = "No secret, nor its name, is in the user data."
  }
}

run "with_a_name_of_its_own_and_ci" {
  command = plan

  variables {
    domain_names      = ["flora.example.com", "www.flora.example.com"]
    certificate_arn   = "arn:aws:acm:us-east-1:111122223333:certificate/1"
    hosted_zone_id    = "Z1"
    github_repository = "harbour/flora"
    state_bucket      = "harbour-state"
    alarm_email       = "ops@example.com"
  }

  assert {
    condition     = output.public_url == "https://flora.example.com"
    error_message = "The public address is the first name."
  }

  assert {
    condition     = length(aws_route53_record.site) == 4 && aws_route53_record.site["www.flora.example.com AAAA"].type == "AAAA"
    error_message = "Each name has a record for IPv4 and one for IPv6."
  }

  assert {
    condition = alltrue([
      for statement in concat(data.aws_iam_policy_document.release.statement, data.aws_iam_policy_document.parameters.statement) :
      !anytrue([for action in statement.actions : endswith(action, "*")])
    ])
    error_message = "What CI does beside managing services is named action by action."
  }

  assert {
    condition     = length(module.github) == 1 && one(aws_sns_topic_subscription.alarms["email"][*].endpoint) == "ops@example.com"
    error_message = "CI has its roles, and alarms have a reader."
  }
}

run "a_change_of_settings_leaves_the_instance_alone" {
  command = plan

  variables {
    api_environment = { NODE_ENV = "production", AUTH0_DOMAIN = "flora.eu.auth0.com" }
  }

  assert {
    condition     = aws_ssm_parameter.setting["AUTH0_DOMAIN"].value == "flora.eu.auth0.com" && !strcontains(local.user_data, "AUTH0_DOMAIN")
    error_message = "Settings are parameters, not user data."
  }
}

run "a_program_in_the_place_of_a_script" {
  command = plan

  variables {
    entry_script    = "Storefront.Api"
    migrate_command = "./Storefront.Api migrate"
    secret_names    = []
  }

  assert {
    condition = alltrue([
      for line in ["ENTRY_SCRIPT='Storefront.Api'", "MIGRATE_COMMAND='./Storefront.Api migrate'"] :
      contains(split("\n", one([for file in yamldecode(local.user_data).write_files : file.content if file.path == "/etc/api/api.conf"])), line)
    ])
    error_message = "The scripts are told what to start and how to migrate."
  }

  assert {
    condition     = length(aws_ssm_parameter.secret) == 0
    error_message = "An API without secrets has no parameter that waits for a value."
  }
}

run "an_entry_with_arguments_is_refused" {
  command = plan

  variables {
    entry_script = "Storefront.Api serve"
  }

  expect_failures = [var.entry_script]
}

run "a_port_of_root_is_refused" {
  command = plan

  variables {
    api_port = 80
  }

  expect_failures = [var.api_port]
}

run "a_health_check_outside_the_api_is_refused" {
  command = plan

  variables {
    health_check_path = "/health"
  }

  expect_failures = [var.health_check_path]
}

run "names_without_a_certificate_are_refused" {
  command = plan

  variables {
    domain_names = ["flora.example.com"]
  }

  expect_failures = [var.certificate_arn]
}

run "ci_without_a_state_bucket_is_refused" {
  command = plan

  variables {
    github_repository = "harbour/flora"
  }

  expect_failures = [var.state_bucket]
}

run "a_secret_that_is_a_setting_too_is_refused" {
  command = plan

  variables {
    api_environment = { JWT_SECRET = "not-here" }
  }

  expect_failures = [var.secret_names]
}

run "an_old_node_is_refused" {
  command = plan

  variables {
    node_major_version = 18
  }

  expect_failures = [var.node_major_version]
}
