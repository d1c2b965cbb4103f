using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>What users connect to: listeners and distributions.</summary>
internal static class EdgePolicies
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
    private static readonly string[] OldProtocols = ["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016"];

    public static IEnumerable<(PolicyRule, Func<PolicyContext, IEnumerable<(PlannedResource, string)>>)> Checks
    => [
        (new PolicyRule("FL022", PolicySeverity.Warning, "HTTP listener that does not redirect",
            "What goes through it, sessions included, can be read and changed on the way.",
            "Let it redirect to an HTTPS listener; that needs a certificate.",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html"), Listeners),
        (new PolicyRule("FL023", PolicySeverity.Error, "distribution that serves HTTP",
            "What goes through it, sessions included, can be read and changed on the way.",
            "Set viewer_protocol_policy to redirect-to-https or https-only.",
            "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html"),
                context => context.Of("aws_cloudfront_distribution")
                .Where(x => x.After["default_cache_behavior"].Items
                    .Concat(x.After["ordered_cache_behavior"].Items)
                    .Any(y => y["viewer_protocol_policy"].Text == "allow-all")).Select(x => (x, "viewer_protocol_policy allow-all"))),
        (new PolicyRule("FL024", PolicySeverity.Error, "distribution that accepts old TLS",
            "Protocols before TLS 1.2 are broken.",
            "Set minimum_protocol_version to TLSv1.2_2021.",
            "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html"), OldTls),
        (new PolicyRule("FL025", PolicySeverity.Error, "HTTPS listener that accepts old TLS",
            "Protocols before TLS 1.2 are broken.",
            "Set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06 or newer.",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"), context => context.Of("aws_lb_listener")
                .Where(x => x.After["protocol"].Text is "HTTPS" or "TLS" && (context.IsLeftOut(x, "ssl_policy") || (!x.After["ssl_policy"].IsUnknown
                    && !IsModern(x.After["ssl_policy"].Text)))).Select(x => (x, $"ssl_policy {x.After["ssl_policy"].Text ?? "not set"}"))),
    ];

    private static IEnumerable<(PlannedResource, string)> Listeners(PolicyContext context)
    {
        foreach (var listener in context.Of("aws_lb_listener", "aws_alb_listener").Where(x => x.After["protocol"].Text == "HTTP"))
        {
            var actions = listener.After["default_action"].Items.ToList();
            if (!actions.Any(x => x["type"].Text == "redirect" && (x.Block("redirect")["protocol"].Text ?? "#{protocol}") == "HTTPS"))
            {
                yield return (listener, $"port {listener.After["port"].Text ?? "?"}");
            }
        }
    }

    private static IEnumerable<(PlannedResource, string)> OldTls(PolicyContext context)
    {
        foreach (var distribution in context.Of("aws_cloudfront_distribution"))
        {
            var certificate = distribution.After.Block("viewer_certificate");
            // With CloudFront's own certificate the version cannot be chosen: its own domain name then takes TLSv1, too.
            if (certificate["cloudfront_default_certificate"].Truth != true && OldProtocols.Contains(certificate["minimum_protocol_version"].Text))
            {
                yield return (distribution, $"minimum_protocol_version {certificate["minimum_protocol_version"].Text}");
            }
        }
    }

    private static bool IsModern(string? policy)
        => policy is not null && (policy.Contains("TLS13-1-2", StringComparison.Ordinal)
            || policy.Contains("TLS13-1-3", StringComparison.Ordinal)
            || policy.Contains("TLS-1-2", StringComparison.Ordinal)
            || policy.Contains("FS-1-2", StringComparison.Ordinal));
}
