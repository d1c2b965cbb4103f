using System.Text.RegularExpressions;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The variables with which a stack runs the storefront, as the profile of that name gives them to Terraform.</summary>
internal static partial class StorefrontVariables
{
    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names(string stack) => Variable().Matches(Read(stack)).Select(x => x.Groups["name"].Value);

    /// <summary>The texts among them, those in a map by their own name.</summary>
    public static IReadOnlyDictionary<string, string> Of(string stack)
        => Assignment().Matches(Read(stack)).ToDictionary(x => x.Groups["name"].Value, x => Regex.Unescape(x.Groups["text"].Value));

    private static string Read(string stack) => File.ReadAllText(Repository.PathOf("samples", "storefront", "stacks", $"{stack}.tfvars"));

    // backend_commands = {
    [GeneratedRegex(@"^(?<name>\w+)\s*=", RegexOptions.Multiline)]
    private static partial Regex Variable();

    // start   = "env ASPNETCORE_HTTP_PORTS=\"$PORT\" ./Storefront.Api"
    [GeneratedRegex("""^\s*(?<name>\w+)\s*=\s*"(?<text>(?:[^"\\]|\\.)*)"\s*$""", RegexOptions.Multiline)]
    private static partial Regex Assignment();
}
