using Fairlead.Http;

namespace Nuke.Common.Utilities.Net;

/// <summary>A response to look at.</summary>
public class HttpResponseInspector
{
    private string? _body;

    public HttpResponseInspector(HttpResponseMessage response) => Response = response;

    public HttpResponseMessage Response { get; }

    /// <summary>Read once.</summary>
    public async Task<string> GetBodyAsync() => _body ??= await Response.Content.ReadTextAsync();
}
