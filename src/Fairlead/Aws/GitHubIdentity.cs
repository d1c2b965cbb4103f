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
    private (string File, DateTimeOffset At)? _written;

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
            if (_written is { } written && written.File == file && File.Exists(file) && time.GetUtcNow() - written.At < Fresh)
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            var next = $"{file}.next";
            File.Delete(next);
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            var token = new GitHubTokenRequest(http, environment, time).SendAsync("sts.amazonaws.com").GetAwaiter().GetResult();
            SecretMask.Learn(token);
            using (var writer = new StreamWriter(next, options))
            {
                writer.Write(token);
            }

            // An SDK or a terraform that reads meanwhile sees one token or the other.
            File.Move(next, file, overwrite: true);

            _written = (file, time.GetUtcNow());
        }
    }
}
