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

    IReadOnlyList<string> IMigrate.MigrateCommand => ["migrate"];

    IReadOnlyList<SmokeCheck> ISmokeTest.SmokeChecks
    => [
        Smoke.Get("/").Expects(200).Html().NamesRelease().MayLag(),
        Smoke.Get("/api/health").Expects(200).NamesRelease("release").JsonEquals("database.state", "ready").MayLag(),
        Smoke.Get("/api/products").Expects(200).Contains("enamel-mug"),
        Smoke.Post("/api/orders", new { customer = new { name = "Smoke test", email = "smoke@example.com" }, lines = new[]
        {
            new { product = "enamel-mug", quantity = 2 }
        } }).Expects(201).Remember("id"),
        Smoke.Get("/api/orders/{id}").Expects(200).JsonEquals("id", "{id}"),
        Smoke.Get("/api/nothing-here").Expects(404),
        Smoke.Get("/orders/a-deep-link").Expects(200).Html().NamesRelease(),
    ];

    LocalStackSpecification ILocalCloud.LocalStack => new()
    {
        Name = "storefront",
        ContainerPort = 8080,
        HealthCheckPath = "/api/health",
        Volumes = new Dictionary<string, string> { ["data"] = "/app/data" },
    };
}
