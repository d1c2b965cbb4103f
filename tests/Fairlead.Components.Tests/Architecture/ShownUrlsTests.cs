using Fairlead.Components.Tests.Architecture.Samples.Urls;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>A URL may carry a password. Whoever shows one goes through UrlText.</summary>
public sealed class ShownUrlsTests
{
    /// <summary>By assembly, those that need the whole of a URL because they ask it, that have none with a user or a query, or that show it to nobody; with
    /// the reason. Everybody else shows it through UrlText.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Asking = new()
    {
        ["Fairlead"] = new()
        {
            ["AppRunnerServicePlan.Describe: AppendFormatted"] = "names an image, which has no place for a user",
            ["AwsClients.Configure: get_AbsoluteUri"] = "sends requests to it",
            ["ConfigurationFingerprint.Describe: AppendFormatted"] = "goes into a digest",
            ["ConfigurationFingerprint.Describe: ToString"] = "goes into a digest",
            ["ECRJson.RepositorySerializeHandler: WriteString"] = "names an image, which has no place for a user",
            ["EcsServicePlan.Describe: AppendFormatted"] = "names an image, which has no place for a user",
            ["LockOwner.PrintMembers: Append"] = "is never called: the ToString is its own",
            ["RegistryClient.WithDigest: Concat"] = "uploads to it",
            ["RegistryClient.WithDigest: get_AbsoluteUri"] = "uploads to it",
            ["ReleaseHistoryJson.ReleaseDocumentSerializeHandler: WriteString"] = "has it from ReleaseHistoryEntry, which puts it through UrlText",
            ["ReleaseHistoryJson.ReleasePlaceSerializeHandler: WriteString"] = "has it from Deployment, which puts it through UrlText",
            ["ReleaseJson.LockOwnerSerializeHandler: WriteString"] = "has it from LockOwner.Current, which puts it through UrlText",
            ["ReleaseJson.ReleasePlaceSerializeHandler: WriteString"] = "has it from Deployment, which puts it through UrlText",
            ["ReleaseVariables.RequireDigest: Concat"] = "names an image, which has no place for a user",
            ["RepositoryReference.PrintMembers: Append"] = "is never called: the ToString is its own",
            ["ServedPage.UrlOf: get_AbsoluteUri"] = "asks it",
            ["ServiceRelease.PrintMembers: Append"] = "names an image, which has no place for a user",
            ["ServiceStatus.PrintMembers: Append"] = "names an image, which has no place for a user",
            ["SmokeRunner.TryAsync: get_AbsoluteUri"] = "asks it",
            ["TerraformDownload.Release: get_AbsoluteUri"] = "downloads from it",
        },
        ["Fairlead.LocalCloud"] = new()
        {
            ["CacheKey.PrintMembers: Append"] = "holds the path and the query of a request, by which a cached answer is found",
            ["EnsuredDistribution.PrintMembers: Append"] = "holds where the local cloud itself listens",
            ["HostProcessTaskRuntime.Environment: GetLeftPart"] = "tells a task where to ask",
            ["Listeners.PrintMembers: Append"] = "holds where the local cloud itself listens",
            ["LocalCloudEndpoints.PrintMembers: Append"] = "holds where the local cloud itself listens",
            ["OriginClient.Target: GetLeftPart"] = "asks it",
            ["ServiceOrigin.PrintMembers: Append"] = "holds where a task of the local cloud listens",
            ["ServiceResource.Create: Concat"] = "names an image, which has no place for a user",
            ["StackOutputs.PrintMembers: Append"] = "holds where the local cloud itself listens",
            ["StackOutputsJson.StackServiceOutputsSerializeHandler: WriteString"] = "names an image, which has no place for a user",
            ["StackServiceOutputs.PrintMembers: Append"] = "names an image, which has no place for a user",
            ["StackSiteOutputs.PrintMembers: Append"] = "holds where the local cloud itself listens",
            ["TaskRoles.EnvironmentOf: get_AbsoluteUri"] = "tells a task where to ask",
        },
        ["Fairlead.Secrets"] = new()
        {
            ["UrlText.Of: ToString"] = "takes out what nobody is to see",
            ["UrlText.Of: get_AbsoluteUri"] = "takes out what nobody is to see",
        },
        ["Nuke.Common"] = new()
        {
            ["ChangelogTasks.GetNuGetReleaseNotes: Concat"] = "links to a page of github.com, by owner and name",
            ["ChangelogTasks.WriteLinks: Concat"] = "links to a page of github.com, by owner and name",
            ["GitHubTasks.Identifier: Concat"] = "shows the host of a remote, which GitFiles.ParseUrl has taken out of its URL",
            ["GitRepository.get_HttpsUrl: AppendFormatted"] = "is made of host and path, which GitFiles.ParseUrl has taken out of a URL",
            ["GitRepository.get_SshUrl: AppendFormatted"] = "is made of host and path, which GitFiles.ParseUrl has taken out of a URL",
        },
    };

    [Theory]
    [InlineData("Fairlead")]
    [InlineData("Fairlead.Components")]
    [InlineData("Fairlead.Http")]
    [InlineData("Fairlead.Json")]
    [InlineData("Fairlead.LocalCloud")]
    [InlineData("Fairlead.Secrets")]
    [InlineData("Nuke.Common")]
    [InlineData("Nuke.Components")]
    [InlineData("_build")]
    public void No_message_shows_a_URL_with_what_it_may_carry(string assembly)
        => ShownUrls.In(assembly).Except(Exceptions(assembly)).ShouldBeEmpty("show it with UrlText.Of(url)");

    [Theory]
    [InlineData(nameof(ShowingUrls.Interpolated), "AppendFormatted")]
    [InlineData(nameof(ShowingUrls.InterpolatedWithFormat), "AppendFormatted")]
    [InlineData(nameof(ShowingUrls.InterpolatedIntoBuilder), "AppendFormatted")]
    [InlineData(nameof(ShowingUrls.Converted), "ToString")]
    [InlineData(nameof(ShowingUrls.ConvertedIfThere), "ToString")]
    [InlineData(nameof(ShowingUrls.ConvertedInClosure), "ToString")]
    [InlineData(nameof(ShowingUrls.ConvertedLaterAsync), "ToString")]
    [InlineData(nameof(ShowingUrls.ConvertedFromList), "ToString")]
    [InlineData(nameof(ShowingUrls.Chosen), "ToString")]
    [InlineData(nameof(ShowingUrls.Whole), "get_AbsoluteUri")]
    [InlineData(nameof(ShowingUrls.AsItWasWritten), "get_OriginalString")]
    [InlineData(nameof(ShowingUrls.Left), "GetLeftPart")]
    [InlineData(nameof(ShowingUrls.Components), "GetComponents")]
    [InlineData(nameof(ShowingUrls.QueryOf), "Concat")]
    [InlineData(nameof(ShowingUrls.Concatenated), "Concat")]
    [InlineData(nameof(ShowingUrls.ConcatenatedAmongMany), "Concat")]
    [InlineData(nameof(ShowingUrls.ConcatenatedText), "Concat")]
    [InlineData(nameof(ShowingUrls.JoinedAmongMany), "Join")]
    [InlineData(nameof(ShowingUrls.JoinedAsArray), "Join")]
    [InlineData(nameof(ShowingUrls.Traced), "SetTag")]
    [InlineData(nameof(ShowingUrls.InterpolatedText), "AppendFormatted")]
    [InlineData(nameof(ShowingUrls.InterpolatedTextOfLocal), "AppendFormatted")]
    [InlineData(nameof(ShowingUrls.InterpolatedTextOfProperty), "AppendFormatted")]
    [InlineData(nameof(ShowingUrls.Formatted), "Format")]
    [InlineData(nameof(ShowingUrls.FormattedAmongMany), "an object")]
    [InlineData(nameof(ShowingUrls.Joined), "Join")]
    [InlineData(nameof(ShowingUrls.Appended), "Append")]
    [InlineData(nameof(ShowingUrls.Logged), "Information")]
    [InlineData(nameof(ShowingUrls.LoggedText), "Information")]
    [InlineData(nameof(ShowingUrls.LoggedAmongMany), "an object")]
    [InlineData(nameof(ShowingUrls.Thrown), ".ctor")]
    public void One_that_does_is_found(string method, string call)
        => ShownUrls.In("Fairlead.Components.Tests").ShouldContain($"{nameof(ShowingUrls)}.{method}: {call}");

    /// <summary>A record writes its members down in its ToString.</summary>
    [Fact]
    public void So_is_a_record_that_holds_one()
        => ShownUrls.In("Fairlead.Components.Tests").ShouldContain($"{nameof(RecordWithUrl)}.PrintMembers: Append");

    [Fact]
    public void What_shows_none_is_not()
        => ShownUrls.In("Fairlead.Components.Tests").Where(x => x.StartsWith($"{nameof(HidingUrls)}.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_samples_show_what_they_are_found_for()
    {
        var url = new Uri("https://user:password@host/?token=password");

        ShowingUrls.Interpolated(url).ShouldContain("password");
        ShowingUrls.Whole(url).ShouldContain("password");
        ShowingUrls.QueryOf(url).ShouldContain("password");
        new RecordWithUrl(url).ToString().ShouldContain("password");
        HidingUrls.Shown(url).ShouldNotContain("password");
        HidingUrls.Parts(url).ShouldNotContain("password");
    }

    [Fact]
    public void No_exception_from_the_rule_is_without_need()
        => Asking.SelectMany(x => x.Value.Keys.Except(ShownUrls.In(x.Key)).Select(y => $"{x.Key}: {y}")).ShouldBeEmpty();

    private static IEnumerable<string> Exceptions(string assembly) => Asking.GetValueOrDefault(assembly)?.Keys.ToArray() ?? [];
}
