using Fairlead.LocalCloud.CloudFront.Configuration;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>
/// What stands in for CloudFront Functions: this cloud runs no JavaScript. An association whose ARN ends with <c>:function/single-page-app</c>
/// is the built-in rewrite that such an application needs: a path whose last segment has no file extension becomes <c>/index.html</c>.
/// It changes neither the behaviour that was chosen nor the query string, as on AWS.
/// </summary>
internal static class ViewerRequestFunction
{
    private const string SinglePageApp = ":function/single-page-app";

    public static bool IsKnown(FunctionAssociation association)
        => association.EventType == "viewer-request" && association.FunctionArn.EndsWith(SinglePageApp, StringComparison.Ordinal);

    public static string Rewrite(CacheBehavior behavior, string path)
        => behavior.FunctionAssociations.Any(IsKnown) && !path[(path.LastIndexOf('/') + 1)..].Contains('.') ? "/index.html" : path;
}
