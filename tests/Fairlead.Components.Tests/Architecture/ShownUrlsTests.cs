using Fairlead.Components.Tests.Architecture.Samples.Urls;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>A URL may carry a password. Whoever shows one goes through UrlText.</summary>
public sealed class ShownUrlsTests
{
    private static readonly string[] Assemblies =
        ["Fairlead", "Fairlead.Components", "Fairlead.Http", "Fairlead.Json", "Fairlead.LocalCloud", "Fairlead.Secrets", "Nuke.Common", "Nuke.Components", "_build"];

    /// <summary>Those that ask a URL, or link to it, need the whole of it. Everybody else shows it.</summary>
    private static readonly Dictionary<string, string> Asking = new()
    {
        ["AppRunnerServicePlan.Describe: AppendFormatted"] = "names an image: a registry, a repository and a digest, among which there is no place for a user",
        ["EcsServicePlan.Describe: AppendFormatted"] = "names an image: a registry, a repository and a digest, among which there is no place for a user",
        ["ReleaseVariables.RequireDigest: Concat"] = "names an image: a registry, a repository and a digest, among which there is no place for a user",
        ["ServiceRelease.PrintMembers: Append"] = "names an image: a registry, a repository and a digest, among which there is no place for a user",
        ["ServiceStatus.PrintMembers: Append"] = "names an image: a registry, a repository and a digest, among which there is no place for a user",
        ["ServiceResource.Create: Concat"] = "names an image: a registry, a repository and a digest, among which there is no place for a user",
        ["StackServiceOutputs.PrintMembers: Append"] = "names an image: a registry, a repository and a digest, among which there is no place for a user",
        ["AwsClients.Configure: get_AbsoluteUri"] = "sends its requests there",
        ["RegistryClient.WithDigest: get_AbsoluteUri"] = "uploads to it",
        ["RegistryClient.WithDigest: Concat"] = "uploads to it",
        ["ServedPage.UrlOf: get_AbsoluteUri"] = "asks it",
        ["SmokeRunner.TryAsync: get_AbsoluteUri"] = "asks it",
        ["TerraformDownload.Release: get_AbsoluteUri"] = "downloads from it",
        ["ConfigurationFingerprint.Describe: ToString"] = "goes into a digest",
        ["ConfigurationFingerprint.Describe: AppendFormatted"] = "goes into a digest",
        ["LockOwner.PrintMembers: Append"] = "is never called: its ToString is its own",
        ["RepositoryReference.PrintMembers: Append"] = "is never called: its ToString is its own",
        ["UrlText.Of: ToString"] = "is where it is hidden",
        ["UrlText.Of: get_AbsoluteUri"] = "is where it is hidden",
        ["HostProcessTaskRuntime.Environment: GetLeftPart"] = "tells a task where the local cloud listens",
        ["TaskRoles.EnvironmentOf: get_AbsoluteUri"] = "tells a task where the local cloud listens",
        ["OriginClient.Target: GetLeftPart"] = "asks it",
        ["CacheKey.PrintMembers: Append"] = "holds the path and the query of a request, by which the local cloud finds what it has cached",
        ["EnsuredDistribution.PrintMembers: Append"] = "holds where the local cloud listens",
        ["Listeners.PrintMembers: Append"] = "holds where the local cloud listens",
        ["LocalCloudEndpoints.PrintMembers: Append"] = "holds where the local cloud listens",
        ["ServiceOrigin.PrintMembers: Append"] = "holds where the local cloud has a service listen",
        ["StackOutputs.PrintMembers: Append"] = "holds where the local cloud listens",
        ["StackSiteOutputs.PrintMembers: Append"] = "holds where the local cloud listens",
        ["ChangelogTasks.GetNuGetReleaseNotes: Concat"] = "links to a page on github.com, by owner and name",
        ["ChangelogTasks.WriteLinks: Concat"] = "links to a page on github.com, by owner and name",
        ["GitHubTasks.Identifier: Concat"] = "is the host of the remote, without a user",
        ["GitRepository.get_HttpsUrl: AppendFormatted"] = "is made of the host of the remote and the path there, without a user and a query",
        ["GitRepository.get_SshUrl: AppendFormatted"] = "is made of the host of the remote and the path there, without a user and a query",
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
        => ShownUrls.In(assembly).Where(x => !Asking.ContainsKey(x)).ShouldBeEmpty("show it with UrlText.Of(url)");

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
    public void No_exception_from_the_rule_is_without_need() => Asking.Keys.Except(Assemblies.SelectMany(ShownUrls.In)).ShouldBeEmpty();
}
