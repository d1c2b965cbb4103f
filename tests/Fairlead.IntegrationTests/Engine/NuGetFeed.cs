using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fairlead.IntegrationTests.Engine;

/// <summary>The push side of a NuGet v3 feed: https://learn.microsoft.com/nuget/api/package-publish-resource.</summary>
internal sealed class NuGetFeed : IAsyncDisposable
{
    private readonly WebApplication _app;

    private NuGetFeed(WebApplication app) => _app = app;

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v3/index.json";

    public string Key { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Ids of the packages that were taken.</summary>
    public ConcurrentQueue<string> Packages { get; } = new();

    /// <summary>An id that is refused, as one of a version that is there already.</summary>
    public string? Refused { get; set; }

    public static async Task<NuGetFeed> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var feed = new NuGetFeed(builder.Build());
        feed._app.MapGet("/v3/index.json", (HttpRequest request) => Results.Json(new
        {
            version = "3.0.0",
            resources = new[] { new Dictionary<string, string> { ["@id"] = $"http://{request.Host}/api/v2/package", ["@type"] = "PackagePublish/2.0.0" } },
        }));
        feed._app.MapPut("/api/v2/package/", feed.PushAsync);
        await feed._app.StartAsync();
        return feed;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> PushAsync(HttpRequest request)
    {
        if (request.Headers["X-NuGet-ApiKey"] != Key)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var form = await request.ReadFormAsync();
        using var package = new ZipArchive(form.Files.Single().OpenReadStream());
        var id = Path.GetFileNameWithoutExtension(package.Entries.Single(x => x.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Name);
        if (id == Refused)
        {
            return Results.StatusCode(StatusCodes.Status409Conflict);
        }

        Packages.Enqueue(id);
        return Results.StatusCode(StatusCodes.Status201Created);
    }
}
