"""An emulator of AWS for tests: moto with what Terraform's AWS provider and a deployer need beyond it."""
