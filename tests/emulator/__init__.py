"""An emulator of AWS for tests: moto, with what Terraform's AWS provider and a deployer need beyond it.

See README.md for what each patch mends and for what the emulator does not prove.
"""
