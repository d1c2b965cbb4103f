using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>Instances: their disks and their metadata service.</summary>
internal static class HostPolicies
{
    public static IEnumerable<(PolicyRule, Func<PolicyContext, IEnumerable<(PlannedResource, string)>>)> Checks
    => [
        (new PolicyRule("FL014", PolicySeverity.Error, "instance with an unencrypted disk",
            "Whoever gets hold of the volume or a snapshot can read it.",
            "Set encrypted = true in the block that the finding names.",
            "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"), Disks),
        (new PolicyRule("FL015", PolicySeverity.Error, "instance that answers IMDSv1",
            "A request forged through the application can fetch the role's credentials.",
            "Add metadata_options { http_tokens = \"required\" }.",
            "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html"), Metadata),
    ];

    private static IEnumerable<(PlannedResource, string)> Disks(PolicyContext context)
    {
        foreach (var instance in context.Of("aws_instance"))
        {
            if (context.IsLeftOut(instance, "root_block_device") && instance.After["launch_template"].IsEmpty)
            {
                yield return (instance, "there is no root_block_device: the image and the account's default decide");
            }

            foreach (var name in new[] { "root_block_device", "ebs_block_device" })
            {
                if (instance.After[name].Items.Any(x => x.IsMap && !x["encrypted"].IsUnknown && x["encrypted"].Truth != true))
                {
                    yield return (instance, name);
                }
                else if (context.IsLeftOut(instance, name, "encrypted"))
                {
                    yield return (instance, $"{name} without encrypted: the image and the account's default decide");
                }
            }
        }

        foreach (var template in context.Of("aws_launch_template"))
        {
            if (template.After["block_device_mappings"].Items.Any(x => x["ebs"].Items.Any(y => !y["encrypted"].IsUnknown && y["encrypted"].Truth != true)))
            {
                yield return (template, "block_device_mappings.ebs");
            }
        }
    }

    private static IEnumerable<(PlannedResource, string)> Metadata(PolicyContext context)
    {
        foreach (var resource in context.Of("aws_instance", "aws_launch_template"))
        {
            var options = resource.After["metadata_options"];
            var tokens = resource.After.Block("metadata_options")["http_tokens"];
            var launched = resource.Type == "aws_instance"
                && !resource.After["launch_template"].IsEmpty
                && options.Items.All(x => x.IsUnknown || x["http_tokens"].IsUnknown || x["http_tokens"].IsNull);
            // Left out means optional, unless the account's default or the image says otherwise; an instance made from a template takes the template's.
            if (!launched && tokens.Text != "required" && resource.After.Block("metadata_options")["http_endpoint"].Text != "disabled")
            {
                yield return (resource, tokens.Text is { } text ? $"http_tokens {text}" : "http_tokens is not set");
            }
        }
    }
}
