# What must be said, and what is usually said. Everything else: variables.tf.
domain_name = "cpm.example.com"

alarm_emails      = ["ops@example.com"]
github_repository = "example/cpm"
state_bucket      = "terraform-state-111122223333"

# zone_id = "Z0123456789ABCDEFGHIJ"  # a zone that is there already
# nat     = "single"                 # 33 USD a month less; a zone's failure can cut off the other one
