using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.Common.Execution;
using Nuke.Common.Tools.GitHub;
using Serilog;

namespace Nuke.Components.GitHub;

/// <summary>
/// Creates a release with its files: https://docs.github.com/rest/releases. Idempotent: what is there already is not made again, what an
/// interrupted run left is completed, and a file that was published is never replaced by another.
/// </summary>
internal sealed class GitHubReleaseRunner(GitHubApi api, GitHubReleaseOptions options)
{
    private const int Attempts = 3;
    private const int UploadsAtATime = 4;

    /// <returns>The address of the release's page, after every file was seen there.</returns>
    public async Task<string> Run(IReadOnlyList<LocalAsset> files, CancellationToken cancellationToken)
    {
        var release = await Find(cancellationToken);
        if (release is null)
            release = await Create(cancellationToken);
        else
            Log.Information("Release {Name} exists already", options.Name);

        var id = release.Value.GetProperty("id").GetInt64();
        var isDraft = release.Value.GetProperty("draft").GetBoolean();

        // "upload_url": "https://uploads.github.com/repos/owner/name/releases/1/assets{?name,label}"
        var uploadUrl = release.Value.GetProperty("upload_url").GetString().Split('{')[0];
        var existing = await Assets(id, cancellationToken);
        Refuse(files.Where(x => x.Compare(Find(existing, x), isDraft) == GitHubAssetStep.Refuse).ToList());

        var failures = new ConcurrentQueue<BuildException>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = UploadsAtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, parallel, async (file, token) =>
        {
            try
            {
                await Complete(id, isDraft, uploadUrl, file, Find(existing, file), token);
            }
            catch (BuildException exception)
            {
                failures.Enqueue(exception);
            }
        });
        if (failures.TryDequeue(out var failure))
            throw failures.IsEmpty ? failure : new AggregateException(failures.Prepend(failure));

        var seen = await Assets(id, cancellationToken);
        if (files.FirstOrDefault(x => Find(seen, x) is not { } asset || !x.IsSame(asset)) is { } missing)
            throw new BuildException($"'{missing.Name}' was uploaded, but release {options.Name} does not have it.", "Run the target again.");
        return release.Value.GetProperty("html_url").GetString();
    }

    private async Task<JsonElement?> Find(CancellationToken cancellationToken)
    {
        if (await api.Find($"{options.Path}/tags/{Uri.EscapeDataString(options.Name)}", cancellationToken) is { } published)
            return published;

        // A draft has no tag yet, so that it is found only in the list.
        await foreach (var release in api.GetAll(options.Path, null, cancellationToken))
        {
            if (release.GetProperty("draft").GetBoolean() && release.GetProperty("tag_name").GetString() == options.Name)
                return release;
        }

        return null;
    }

    private async Task<JsonElement> Create(CancellationToken cancellationToken)
    {
        var answer = await api.TryPost(options.Path, Body(), cancellationToken);

        // Another run was faster, or GitHub did create it and could not say so.
        if ((answer.HasError("already_exists") || answer.IsServerFault) && await Find(cancellationToken) is { } existing)
            return existing;
        answer.OrThrow();
        Log.Information("Created release {Name}", options.Name);
        return answer.Body;
    }

    private JsonObject Body() => new()
    {
        ["tag_name"] = options.Name,
        ["name"] = options.Name,
        ["body"] = options.Notes,
        ["draft"] = options.IsDraft,
        ["prerelease"] = options.IsPrerelease,
    };

    private async Task Complete(long id, bool isDraft, string uploadUrl, LocalAsset file, GitHubAsset existing, CancellationToken cancellationToken)
    {
        for (var attempt = 1;; attempt++)
        {
            var step = file.Compare(existing, isDraft);
            if (step == GitHubAssetStep.Keep)
            {
                Log.Information("{Name} is there already", file.Name);
                return;
            }

            if (step == GitHubAssetStep.Refuse)
                Refuse([file]);
            if (step == GitHubAssetStep.Replace)
                await api.Delete($"{options.Path}/assets/{existing.Id}", cancellationToken);

            var answer = await api.Upload(new Uri($"{uploadUrl}?name={Uri.EscapeDataString(file.Name)}"), file.Path, cancellationToken);
            if (attempt == Attempts || !(answer.IsServerFault || answer.HasError("already_exists")))
            {
                answer.OrThrow();
                Log.Information("Uploaded {Name}", file.Name);
                return;
            }

            // A broken upload can leave an empty file behind, or a whole one; the next round decides by what is there.
            Log.Warning("{Problem} Trying again", answer.Problem);
            existing = Find(await Assets(id, cancellationToken), file);
        }
    }

    private async Task<IReadOnlyList<GitHubAsset>> Assets(long id, CancellationToken cancellationToken)
    {
        var assets = new List<GitHubAsset>();
        await foreach (var asset in api.GetAll($"{options.Path}/{id}/assets", null, cancellationToken))
            assets.Add(GitHubAsset.Read(asset));
        return assets;
    }

    private static GitHubAsset Find(IEnumerable<GitHubAsset> assets, LocalAsset file) =>
        assets.FirstOrDefault(x => GitHubAsset.NameOnServer(x.Name).Equals(GitHubAsset.NameOnServer(file.Name), StringComparison.OrdinalIgnoreCase));

    private void Refuse(IReadOnlyList<LocalAsset> files)
    {
        if (files.Count == 0)
            return;
        throw new BuildException(
            $"Release {options.Name} is published with another content of {string.Join(", ", files.Select(x => $"'{x.Name}'"))}.",
            "Release under a new name, or delete the file from the release if nobody can have it.");
    }
}
