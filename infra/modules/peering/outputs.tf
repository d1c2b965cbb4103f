output "connection_id" {
  description = "Id of the connection. Rules that reference the other side's security groups depend on it."
  value       = aws_vpc_peering_connection.this.id

  # A security group of the other VPC can be named only once the way to it is there.
  depends_on = [aws_vpc_peering_connection_options.this, aws_route.requester, aws_route.accepter]
}
