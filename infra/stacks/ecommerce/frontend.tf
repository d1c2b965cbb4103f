data "aws_iam_policy_document" "frontend" {
  statement {
    sid       = "ReadSite"
    actions   = ["s3:GetObject"]
    resources = ["${module.site.arn}/*"]
  }

  statement {
    sid       = "ListSite"
    actions   = ["s3:ListBucket"]
    resources = [module.site.arn]
  }
}

# nginx serves the site from the disk, which sync-site fills from the bucket. It proxies nothing: paths of the backend
# are the load balancer's to send.
module "frontend" {
  source = "../../modules/ec2-service"

  name              = "${var.name}-frontend"
  region            = var.region
  vpc_id            = module.network.vpc_id
  subnet_ids        = module.network.public_subnet_ids
  instance_type     = var.instance_type
  auto_scaling      = var.auto_scaling ? var.frontend_scaling : null
  node_exporter     = true
  policy_json       = data.aws_iam_policy_document.frontend.json
  packages          = ["nginx"]
  setup_script      = file("${path.module}/files/frontend-setup.sh")
  log_files         = { nginx-access = "/var/log/nginx/access.log", nginx-error = "/var/log/nginx/error.log" }
  target_group_arns = { frontend = aws_lb_target_group.tier["frontend"].arn }
  ingress           = { load_balancer = { security_group_id = module.load_balancer.security_group_id, port = local.frontend_port } }

  files = {
    "/etc/nginx/nginx.conf"            = { content = file("${path.module}/files/nginx.conf") }
    "/etc/nginx/security-headers.conf" = { content = file("${path.module}/files/security-headers.conf") }
    "/etc/site.conf"                   = { content = "SITE_BUCKET=\"${module.site.bucket}\"\nAWS_REGION=\"${var.region}\"\n" }
    "/usr/local/bin/sync-site"         = { content = file("${path.module}/files/sync-site.sh"), mode = "0755" }
    "/etc/systemd/system/site.service" = { content = file("${path.module}/files/site.service") }
    "/etc/systemd/system/site.timer"   = { content = file("${path.module}/files/site.timer") }
  }
}
