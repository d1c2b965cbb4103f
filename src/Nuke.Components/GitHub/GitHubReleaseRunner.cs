using System.Collections.Concurrent;
using Nuke.Common.Execution;
using Nuke.Common.Tools.GitHub;
using Octokit;
using Serilog;

namespace Nuke.Components.GitHub;

/// <summary>
/// Creates a release with its files: https://docs.github.com/rest/releases. Idempotent: what is there already is not made again, what an
/// interrupted run left is completed, and a file that was published is never replaced by another.
/// </summary>
internal sealed class GitHubReleaseRunner(IGitHubClient client, GitHubReleaseOptions options)
{
    private const int Attempts = 3;
    private const int UploadsAtATime = 4;

    /// <returns>The address of the release's page, after every file was seen there.</returns>
    public async Task<string> Run(IReadOnlyList<LocalAsset> files, CancellationToken cancellationToken)
    {
        var release = await Find();
        if (release is null)
        {
            release = await Create();
        }
        else
        {
            Log.Information("Release {Name} exists already", options.Name);
        }

        var existing = await Assets(release);
        Refuse(files.Where(x => x.Compare(Find(existing, x), release.Draft) == GitHubAssetStep.Refuse).ToList());

        var failures = new ConcurrentQueue<BuildException>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = UploadsAtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, parallel, async (file, token) =>
        {
            try
            {
                await Complete(release, file, Find(existing, file), token);
            }
            catch (BuildException exception)
            {
                failures.Enqueue(exception);
            }
        });
        if (failures.TryDequeue(out var failure))
        {
            throw failures.IsEmpty ? failure : new AggregateException(failures.Prepend(failure));
        }

        var seen = await Assets(release);
        if (files.FirstOrDefault(x => Find(seen, x) is not { } asset || !x.IsSame(asset)) is { } missing)
        {
            throw new BuildException($"'{missing.Name}' was uploaded, but release {options.Name} does not have it.", "Run the target again.");
        }

        return release.HtmlUrl;
    }

    private async Task<Release?> Find()
    {
        var tag = Uri.EscapeDataString(options.Name);
        if (await GitHubApi.Find(() => client.Repository.Release.Get(options.Owner, options.Repository, tag)) is { } published)
        {
            return published;
        }

        // A draft has no tag yet, so that it is found only in the list.
        await foreach (var release in GitHubApi.GetAll(x => client.Repository.Release.GetAll(options.Owner, options.Repository, x)))
        {
            if (release.Draft && release.TagName == options.Name)
            {
                return release;
            }
        }

        return null;
    }

    private async Task<Release> Create()
    {
        try
        {
            var release = await GitHubApi.Ask(() => client.Repository.Release.Create(options.Owner, options.Repository, Wanted()));
            Log.Information("Created release {Name}", options.Name);
            return release;
        }
        catch (GitHubException exception) when (exception.Answer.HasError("already_exists") || exception.Answer.IsServerFault)
        {
            // Another run was faster, or GitHub did create it and could not say so.
            if (await Find() is { } existing)
            {
                return existing;
            }

            throw;
        }
    }

    private NewRelease Wanted() => new(options.Name)
    {
        Name = options.Name,
        Body = options.Notes,
        Draft = options.IsDraft,
        Prerelease = options.IsPrerelease,
    };

    private async Task Complete(Release release, LocalAsset file, GitHubAsset? existing, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var step = file.Compare(existing, release.Draft);
            if (step == GitHubAssetStep.Keep)
            {
                Log.Information("{Name} is there already", file.Name);
                return;
            }

            if (step == GitHubAssetStep.Refuse)
            {
                Refuse([file]);
            }

            if (step == GitHubAssetStep.Replace)
            {
                await Delete(existing!);
            }

            try
            {
                await Upload(release, file, cancellationToken);
                Log.Information("Uploaded {Name}", file.Name);
                return;
            }
            catch (GitHubException exception) when (attempt < Attempts && (exception.Answer.IsServerFault || exception.Answer.HasError("already_exists")))
            {
                // A broken upload can leave an empty file behind, or a whole one; the next round decides by what is there.
                Log.Warning("{Problem} Trying again", exception.Answer.Problem);
                existing = Find(await Assets(release), file);
            }
        }
    }

    // It is not sent again when the server breaks: what came of it has to be looked at first.
    private async Task Upload(Release release, LocalAsset file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file.Path);
        var upload = new ReleaseAssetUpload(file.Name, "application/octet-stream", content, timeout: null);
        await GitHubApi.Ask(() => client.Repository.Release.UploadAsset(release, upload, cancellationToken));
    }

    private async Task Delete(GitHubAsset asset)
    {
        var address = new Uri($"repos/{options.Owner}/{options.Repository}/releases/assets/{asset.Id}", UriKind.Relative);
        await GitHubApi.Find(async () =>
        {
            await client.Connection.Delete(address);
            return asset;
        });
    }

    private async Task<IReadOnlyList<GitHubAsset>> Assets(Release release)
    {
        var address = new Uri($"repos/{options.Owner}/{options.Repository}/releases/{release.Id}/assets", UriKind.Relative);
        return await GitHubApi.Ask(() => new ApiConnection(client.Connection).GetAll<GitHubAsset>(address, GitHubApi.AllPages));
    }

    private static GitHubAsset? Find(IEnumerable<GitHubAsset> assets, LocalAsset file)
        => assets.FirstOrDefault(x => GitHubAsset.NameOnServer(x.Name).Equals(GitHubAsset.NameOnServer(file.Name), StringComparison.OrdinalIgnoreCase));

    private void Refuse(IReadOnlyList<LocalAsset> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        throw new BuildException(
            $"Release {options.Name} is published with another content of {string.Join(", ", files.Select(x => $"'{x.Name}'"))}.",
            "Release under a new name, or delete the file from the release if nobody can have it.");
    }
}
