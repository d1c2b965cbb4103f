output "arn" {
  description = "ARN of the load balancer."
  value       = aws_lb.this.arn
}

output "arn_suffix" {
  description = "The part of the ARN that CloudWatch uses as the LoadBalancer dimension."
  value       = aws_lb.this.arn_suffix
}

output "dns_name" {
  description = "DNS name of the load balancer."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "Hosted zone of the DNS name, for alias records."
  value       = aws_lb.this.zone_id
}

output "security_group_id" {
  description = "Security group of the load balancer; targets let it in."
  value       = aws_security_group.this.id
}

output "http_listener_arn" {
  description = "ARN of the listener on port 80; it redirects when there is a certificate."
  value       = aws_lb_listener.http.arn
}

output "https_listener_arn" {
  description = "ARN of the listener on port 443; null without a certificate."
  value       = one(aws_lb_listener.https[*].arn)
}

output "listener_arn" {
  description = "ARN of the listener that serves; rules belong here."
  value       = local.https ? one(aws_lb_listener.https[*].arn) : aws_lb_listener.http.arn
}
