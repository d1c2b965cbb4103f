namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>Serves a folder on loopback, and remembers what was asked for.</summary>
public sealed class FileServer : IDisposable
{
    private readonly LoopbackServer _server;

    public FileServer(string folder) => _server = new LoopbackServer(request =>
    {
        var file = Path.Combine(folder, request.Path.TrimStart('/'));
        return File.Exists(file) ? new ScriptedResponse(200, File.ReadAllBytes(file)) : new ScriptedResponse(404, "");
    });

    public Uri Url => _server.Url;

    public IReadOnlyList<string> Paths => [.. _server.Requests.Select(x => x.Path)];

    public void Dispose() => _server.Dispose();
}
