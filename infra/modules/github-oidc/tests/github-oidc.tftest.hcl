mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { id = "eu-west-1" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

variables {
  name       = "ship"
  repository = "harbour/ship"
}

run "trust_is_bound_to_the_repository" {
  command = plan

  assert {
    condition     = aws_iam_role.deploy.name == "ship-github-deploy" && aws_iam_role.plan.name == "ship-github-plan"
    error_message = "The roles carry the stack's name."
  }

  assert {
    condition = toset(flatten([
      for condition in data.aws_iam_policy_document.trust["deploy"].statement[0].condition : condition.values if endswith(condition.variable, ":sub")
    ])) == toset(["repo:harbour/ship:environment:production", "repo:harbour/ship:ref:refs/heads/main"])
    error_message = "The deploy role is for the production environment and the main branch."
  }

  assert {
    condition = toset(flatten([
      for condition in data.aws_iam_policy_document.trust["plan"].statement[0].condition : condition.values if endswith(condition.variable, ":sub")
    ])) == toset(["repo:harbour/ship:pull_request"])
    error_message = "The plan role is for pull requests."
  }

  assert {
    condition     = alltrue([for condition in data.aws_iam_policy_document.trust["deploy"].statement[0].condition : condition.test == "StringEquals"])
    error_message = "Subjects are compared, not matched."
  }

  assert {
    condition     = aws_iam_openid_connect_provider.github["github"].url == "https://token.actions.githubusercontent.com"
    error_message = "The identity provider is GitHub's."
  }

  assert {
    condition     = length(aws_iam_role_policy.manage) == 0
    error_message = "Without managed services the role manages nothing."
  }
}

run "managed_services_are_narrowed" {
  command = plan

  variables {
    create_provider  = false
    managed_services = ["s3", "iam", "rds", "ec2"]
    policy_json      = { release = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0 && length(data.aws_iam_openid_connect_provider.github) == 1
    error_message = "The account's provider is used where there is one."
  }

  assert {
    condition     = join(",", data.aws_iam_policy_document.manage.statement[0].actions) == "ec2:*,rds:*" && join(",", one(data.aws_iam_policy_document.manage.statement[0].condition).values) == "eu-west-1,us-east-1"
    error_message = "Services are narrowed to the stack's region and us-east-1."
  }

  assert {
    condition     = contains(data.aws_iam_policy_document.manage.statement[1].resources, "arn:aws:s3:::ship-*") && contains(data.aws_iam_policy_document.manage.statement[2].resources, "arn:aws:iam::111122223333:role/ship-*")
    error_message = "Buckets and roles are those of the stack."
  }

  assert {
    condition     = anytrue([for statement in data.aws_iam_policy_document.manage.statement : statement.effect == "Deny" && contains(statement.actions, "iam:PutRolePolicy")])
    error_message = "The role cannot change itself."
  }

  assert {
    condition     = aws_iam_role_policy.deploy["release"].name == "release"
    error_message = "The caller's policies are on the deploy role."
  }
}

run "a_pull_request_locks_its_state_and_writes_none" {
  command = plan

  variables {
    state = { bucket = "states", key = "ship/terraform.tfstate" }
  }

  assert {
    condition     = flatten([for statement in data.aws_iam_policy_document.lock["state"].statement : statement.resources]) == ["arn:aws:s3:::states/ship/terraform.tfstate.tflock"]
    error_message = "The plan role writes its own lock, and nothing else."
  }

  assert {
    condition     = toset(one(data.aws_iam_policy_document.lock["state"].statement).actions) == toset(["s3:DeleteObject", "s3:GetObject", "s3:PutObject"])
    error_message = "A lock is taken, read and released."
  }

  assert {
    condition = anytrue([
      for statement in data.aws_iam_policy_document.plan_limits.statement :
      statement.effect == "Deny" && contains(statement.actions, "s3:GetObject") && toset(coalesce(statement.not_resources, [])) == toset(["arn:aws:s3:::states/ship/terraform.tfstate", "arn:aws:s3:::states/ship/terraform.tfstate.tflock"])
    ])
    error_message = "The plan role reads its own state, and no other object."
  }

  assert {
    condition = alltrue([
      for statement in data.aws_iam_policy_document.state["state"].statement : contains(statement.actions, "s3:DeleteObject") == endswith(join(",", statement.resources), ".tflock")
    ])
    error_message = "The deploy role deletes locks, never a state."
  }

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.state["state"].statement : !strcontains(join(",", statement.resources), "*")])
    error_message = "The deploy role reaches no state but its own."
  }
}

run "without_a_state_neither_role_reaches_one" {
  command = plan

  assert {
    condition     = length(aws_iam_role_policy.state) == 0 && length(aws_iam_role_policy.lock) == 0
    error_message = "No state is granted that is not named."
  }

  assert {
    condition = anytrue([
      for statement in data.aws_iam_policy_document.plan_limits.statement : statement.effect == "Deny" && contains(statement.actions, "s3:GetObject") && coalesce(statement.resources, []) == toset(["*"])
    ])
    error_message = "The plan role reads no object."
  }
}

run "a_state_with_a_wildcard_is_refused" {
  command = plan

  variables {
    state = { bucket = "states", key = "*" }
  }

  expect_failures = [var.state]
}

run "a_bucket_by_its_arn_is_refused" {
  command = plan

  variables {
    state = { bucket = "arn:aws:s3:::states", key = "ship/terraform.tfstate" }
  }

  expect_failures = [var.state]
}

run "a_repository_with_a_wildcard_is_refused" {
  command = plan

  variables {
    repository = "harbour/*"
  }

  expect_failures = [var.repository]
}

run "an_action_is_no_service" {
  command = plan

  variables {
    managed_services = ["ec2:*"]
  }

  expect_failures = [var.managed_services]
}

run "a_deploy_role_for_nobody_is_refused" {
  command = plan

  variables {
    environments = []
    branches     = []
  }

  expect_failures = [aws_iam_role.deploy]
}
