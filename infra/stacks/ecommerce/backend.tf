module "database" {
  source = "../../modules/database"

  name                       = var.name
  engine                     = "postgres"
  engine_version             = "16"
  instance_class             = var.database_instance_class
  multi_az                   = true
  vpc_id                     = module.network.vpc_id
  subnet_ids                 = module.network.private_subnet_ids
  allowed_security_group_ids = { backend = module.backend.security_group_id }
  performance_insights       = true
  deletion_protection        = var.deletion_protection
  database_name              = "shop"
}

# Signs Django's sessions. Empty: the first instance has Secrets Manager make the value, and the state holds its name only.
# A value that somebody puts there later reaches the instances within five minutes, and ends all sessions.
resource "aws_secretsmanager_secret" "django" {
  name_prefix             = "${var.name}/django-secret-key-"
  description             = "Django's SECRET_KEY on ${var.name}"
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}

locals {
  # The distribution's Python is 3.9, which is the application's.
  django_commands = {
    install = "python3 -m venv .venv && .venv/bin/pip install --quiet --requirement requirements.txt"
    migrate = ".venv/bin/python manage.py migrate --noinput"
    # The load balancer's health checks name the instance's address as Host, and Django refuses hosts that it does not know.
    # Connections stay open for longer than the load balancer's 60 s, so that it never sends into one that is closing.
    start = "env ALLOWED_HOSTS=\"$ALLOWED_HOSTS,$INSTANCE_ADDRESS\" .venv/bin/gunicorn --bind 0.0.0.0:${local.backend_port} --worker-class gthread --workers 2 --threads 4 --keep-alive 75 ${var.wsgi_application}"
  }
  backend_commands = coalesce(var.backend_commands, local.django_commands)

  backend_environment = merge({
    ALLOWED_HOSTS        = "${local.host_name},localhost"
    CSRF_TRUSTED_ORIGINS = local.public_url
    DATABASE_HOST        = module.database.address
    DATABASE_PORT        = tostring(module.database.port)
    DATABASE_NAME        = module.database.database_name
    # libpq reads these two by itself: TLS, and from the database that the name stands for.
    PGSSLMODE     = "verify-full"
    PGSSLROOTCERT = "/etc/ssl/certs/rds.pem"
  }, var.backend_environment)
}

module "backend" {
  source = "../../modules/ec2-service"

  name              = "${var.name}-backend"
  region            = var.region
  vpc_id            = module.network.vpc_id
  subnet_ids        = module.network.private_subnet_ids
  instance_type     = var.instance_type
  auto_scaling      = var.auto_scaling ? var.backend_scaling : null
  node_exporter     = true
  packages          = ["python3-pip"]
  setup_script      = file("${path.module}/files/backend-setup.sh")
  target_group_arns = { backend = aws_lb_target_group.tier["backend"].arn }
  ingress           = { load_balancer = { security_group_id = module.load_balancer.security_group_id, port = local.backend_port } }
  egress            = { database = { security_group_id = module.database.security_group_id, port = module.database.port } }

  service = {
    port              = local.backend_port
    health_check_path = var.health_check_path
    install_command   = local.backend_commands.install
    migrate_command   = local.backend_commands.migrate
    start_command     = local.backend_commands.start
    release_bucket    = module.releases.bucket
    release_prefix    = local.release_prefix
  }

  environment = local.backend_environment

  secrets = {
    DATABASE_USER     = "${module.database.master_user_secret_arn}:username"
    DATABASE_PASSWORD = "${module.database.master_user_secret_arn}:password"
  }

  generated_secrets = { DJANGO_SECRET_KEY = aws_secretsmanager_secret.django.arn }
}
