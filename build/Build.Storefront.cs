using System.Collections.Generic;
using Fairlead.Components;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Verification;
using Nuke.Common.IO;

/// <summary>The application that this repository deploys.</summary>
partial class Build
{
    AbsolutePath IWebBuild.WebDirectory => StorefrontDirectory / "web";

    IEnumerable<string> IWebBuild.WebTestArguments => ["--reporter=default", "--reporter=junit", $"--outputFile.junit={((IWebBuild)this).WebTestResults}"];

    AbsolutePath IDockerImage.ServiceProject => StorefrontDirectory / "api" / "Storefront.Api.csproj";

    IReadOnlyList<string> IMigrate.MigrateCommand => ["dotnet", "Storefront.Api.dll", "migrate"];

    LocalStackSpecification ILocalCloud.LocalStack => new()
    {
        Name = "storefront",
        ContainerPort = 8080,
        HealthCheckPath = "/api/health",
        Volumes = new Dictionary<string, string> { ["data"] = "/app/data" },
    };
}
