# terraform plan -var-file=example.tfvars; copy it and change what is yours.

name        = "shop"
domain_name = "example.com"

# A zone that is delegated already: certificates are then issued within minutes.
hosted_zone_id = "Z0123456789EXAMPLE"

# "ecs" for an account that did not use App Runner before 2026-04-30.
service_host = "apprunner"

min_instances = 2

github_repository = "example/shop"

tags = {
  Team = "shop"
}
