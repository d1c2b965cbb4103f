# What must be said, and what is usually said. Everything else: variables.tf.
domain_name = "quizflow.example.com"

alarm_emails      = ["ops@example.com"]
github_repository = "example/quizflow"
state_bucket      = "terraform-state-111122223333"

uploads_replica_region = "us-west-2"

# zone_id              = "Z0123456789ABCDEFGHIJ"  # a zone that is there already
# mongo_url_secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:quizflow/atlas-AbCdEf" # MongoDB Atlas instead of DocumentDB
