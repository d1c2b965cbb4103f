using System.IO.Enumeration;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>A text of a policy in which <c>*</c> stands for any characters and <c>?</c> for one; every other character, also a backslash, is itself.</summary>
internal static class PolicyPattern
{
    public static bool Matches(string pattern, string text, bool ignoreCase = false)
        => FileSystemName.MatchesSimpleExpression(pattern.Replace(@"\", @"\\", StringComparison.Ordinal), text, ignoreCase);
}
