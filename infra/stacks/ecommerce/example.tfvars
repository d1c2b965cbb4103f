# Copy, change, and name it in the profile. Everything else has a default.
environment       = "production"
github_repository = "owner/shop"
state_bucket      = "owner-terraform-state"

# HTTPS under a name of your own; without it the shop is served over plain HTTP.
domain = {
  name           = "shop.example.com"
  hosted_zone_id = "Z0000000000000000000"
}

auto_scaling    = true
backend_scaling = { min = 2, max = 6 }
waf             = true

# Builds need memory that the smallest type has not.
jenkins_instance_type = "t3.medium"

tags = { Team = "shop" }
