using Nuke.Components;

namespace Nuke.Common.Tests.PublicApi;

/// <summary>
/// The stand-in has what NUKE has, and nothing else. reference.txt is NUKE's surface, missing.txt what is left out of it, surplus.txt what is
/// too much; both say why. <c>WRITE_PUBLIC_API=1 dotnet test tests/Nuke.Common.Tests --filter PublicApi</c> brings the latter two up to date
/// and keeps their reasons; after a merge conflict in one of them take either side and run it.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly Lazy<IReadOnlyCollection<ApiSignature>> Surface = new(() =>
        [.. new[] { typeof(NukeBuild).Assembly, typeof(ICompile).Assembly }.SelectMany(ApiSignatures.Of)]);

    private static readonly Lazy<ApiReference> Reference = new(ApiReference.Read);

    [Fact]
    public void The_stand_in_has_no_public_member_that_NUKE_does_not_have() => ApiExceptions.Verify(
        "surplus.txt",
        [.. Surface.Value.Where(x => x.IsRequired && !Reference.Value.Lists(x)).Select(x => x.Line)],
        "Make these internal, or correct their signatures to those of reference.txt:",
        "surplus.txt names these, but they are gone or correct; take them out:");

    [Fact]
    public void What_the_stand_in_lacks_is_named_in_the_list_of_missing_members() => ApiExceptions.Verify(
        "missing.txt",
        Reference.Value.MissingFrom(Surface.Value),
        "NUKE has these; implement them, or name them in missing.txt:",
        "missing.txt names these, but they are implemented (or not in reference.txt); take them out:");
}
