using System.Net.Http.Headers;
using System.Text.Json;
using Fairlead.Secrets;

namespace Fairlead.Aws;

/// <summary>
/// The identity that GitHub gives a job, as a file that SDKs and Terraform take for a role of AWS: no long-lived key is stored anywhere.
/// https://docs.github.com/en/actions/reference/openid-connect-reference, https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html
/// </summary>
/// <param name="http">Asks GitHub.</param>
/// <param name="environment">Reads a variable of the job.</param>
/// <param name="time">The clock.</param>
public sealed class GitHubIdentity(HttpClient http, Func<string, string?> environment, TimeProvider time)
{
    // A token is good for some minutes only; whoever begins something later needs another one.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(4);

    private readonly Lock _lock = new();
    private DateTimeOffset? _written;

    /// <summary>Whether this is a job of GitHub Actions that may ask for an identity (<c>id-token: write</c>).</summary>
    public bool IsAvailable
        => environment("ACTIONS_ID_TOKEN_REQUEST_URL") is { Length: > 0 } && environment("ACTIONS_ID_TOKEN_REQUEST_TOKEN") is { Length: > 0 };

    /// <summary>Writes a token that is good for the next minutes, readable by its owner only. Does nothing while the last one is.</summary>
    /// <param name="file">Where it goes.</param>
    /// <exception cref="FairleadException">GitHub gives none.</exception>
    public void Refresh(string file)
    {
        lock (_lock)
        {
            if (_written is { } written && time.GetUtcNow() - written < Fresh)
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            var token = Ask();
            SecretMask.Learn(token);
            using (var writer = new StreamWriter(file, options))
            {
                writer.Write(token);
            }

            _written = time.GetUtcNow();
        }
    }

    // {"count": 1, "value": "eyJ0eXAi…"}
    private string Ask()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{environment("ACTIONS_ID_TOKEN_REQUEST_URL")}&audience=sts.amazonaws.com");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", environment("ACTIONS_ID_TOKEN_REQUEST_TOKEN"));
        try
        {
            using var response = http.Send(request);
            response.EnsureSuccessStatusCode();
            using var document = JsonDocument.Parse(response.Content.ReadAsStream());
            return document.RootElement.GetProperty("value").GetString() ?? throw new JsonException("value is null");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException or TaskCanceledException)
        {
            throw new FairleadException(
                "GitHub gave this job no identity.",
                $"{exception.Message.TrimEnd('.')}.",
                "Give the workflow the permission id-token: write, and run it again.",
                exception);
        }
    }
}
