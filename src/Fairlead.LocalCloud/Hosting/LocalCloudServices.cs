using Fairlead.LocalCloud.CloudFront;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>The list of what this cloud is made of; each service registers itself in its own folder.</summary>
internal static class LocalCloudServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddCloudFront();
    }
}
