# The storefront in the place of Django: its release is a program with its own runtime, and there is nothing to install.

backend_commands = {
  migrate = "./Storefront.Api migrate"
  start   = "env ASPNETCORE_HTTP_PORTS=\"$PORT\" ./Storefront.Api"
}

backend_environment = {
  # Amazon Linux's image promises no ICU.
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = "1"
}
