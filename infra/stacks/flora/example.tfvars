# Production, beside what comes by default. Secrets are not here: see README.md.

name        = "flora"
environment = "production"
region      = "us-east-1"

domain_names    = ["flora.example.com"]
certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
hosted_zone_id  = "Z0123456789ABCDEFGHIJ"

instance_type           = "t4g.small"
database_instance_class = "db.t4g.small"
database_multi_az       = true
alarm_email             = "operations@example.com"

api_environment = {
  NODE_ENV        = "production"
  AUTH0_DOMAIN    = "flora.eu.auth0.com"
  AUTH0_CLIENT_ID = "the-id-is-no-secret"
  SMTP_HOST       = "smtp.example.com"
}

github_repository = "example/flora"
state_bucket      = "example-terraform-state"
