using System.Net;
using Fairlead.Secrets;
using Nuke.Common.Execution;
using Octokit;

namespace Nuke.Common.Tools.GitHub;

/// <summary>GitHub's REST API by Octokit: https://docs.github.com/rest. The server is that of GITHUB_API_URL, which runners set.</summary>
internal static class GitHubApi
{
    /// <summary>The first of all pages, each as large as the server allows.</summary>
    public static ApiOptions AllPages => new() { PageSize = 100, StartPage = 1 };

    /// <param name="token">null: only what everybody may read.</param>
    /// <param name="variables">The environment.</param>
    /// <param name="time">Waits.</param>
    /// <param name="cancellationToken">Ends requests and waits.</param>
    /// <exception cref="BuildException">GITHUB_API_URL is not a URL.</exception>
    public static GitHubClient Client(
        string? token, IReadOnlyDictionary<string, string> variables, TimeProvider time, CancellationToken cancellationToken)
    {
        var url = variables.GetValueOrDefault("GITHUB_API_URL") is { Length: > 0 } given ? given : "https://api.github.com";
        if (!Uri.TryCreate($"{url.TrimEnd('/')}/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new BuildException($"GITHUB_API_URL is '{UrlText.Of(url)}', which is not a URL.", "Correct it, or remove it to use https://api.github.com.");
        }

        var credentials = token is null ? Credentials.Anonymous : new Credentials(token, AuthenticationType.Bearer);
        return new GitHubClient(new Connection(
            new ProductHeaderValue("nuke-build"),
            address,
            new Octokit.Internal.InMemoryCredentialStore(credentials),
            new GitHubTransport(time, cancellationToken),
            new Octokit.Internal.SimpleJsonSerializer()));
    }

    /// <summary>The client of a session; by default with its GITHUB_TOKEN.</summary>
    public static GitHubClient Client(BuildSession session, string? token = null) => Client(
        token ?? session.Surroundings.Variables.GetValueOrDefault("GITHUB_TOKEN"), session.Surroundings.Variables, session.Time, session.Cancellation.Token);

    /// <summary>Asks, and says in our words what went wrong.</summary>
    /// <exception cref="GitHubException">GitHub refused, or did not answer.</exception>
    public static async Task<T> Ask<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ApiException exception) when (exception.HttpResponse is { } response)
        {
            throw new GitHubException(new GitHubAnswer(response));
        }
    }

    /// <summary>null when there is no such thing, or the token may not see it.</summary>
    public static async Task<T?> Find<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await Ask(ask);
        }
        catch (GitHubException exception) when (exception.Answer.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Page by page, so that whoever finds what he looks for does not ask for the others.</summary>
    public static async IAsyncEnumerable<T> GetAll<T>(Func<ApiOptions, Task<IReadOnlyList<T>>> ask)
    {
        for (var page = 1; ; page++)
        {
            var elements = await Ask(() => ask(new ApiOptions { PageSize = 100, PageCount = 1, StartPage = page }));
            if (elements.Count == 0)
            {
                yield break;
            }

            foreach (var element in elements)
            {
                yield return element;
            }
        }
    }
}
