output "script" {
  description = "The program fetch-pinned, for an instance's user data: fetch-pinned URL sha256:…|sha512:…|key:… FILE."
  value       = file("${path.module}/files/fetch-pinned.sh")
}
