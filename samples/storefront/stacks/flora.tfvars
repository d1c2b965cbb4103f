# The storefront in the place of a Node API: its release is a program with its own runtime.

entry_script    = "Storefront.Api"
migrate_command = "./Storefront.Api migrate"
secret_names    = []

api_environment = {
  # The stack's api_port.
  ASPNETCORE_HTTP_PORTS = "3000"
  # Ubuntu's image promises no ICU.
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = "1"
}

# Npgsql checks the certificate of RDS against what the instance has downloaded.
database_url_parameters = "sslmode=verify-full&sslrootcert=/etc/ssl/certs/rds-global-bundle.pem"
