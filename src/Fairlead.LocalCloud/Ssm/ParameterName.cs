using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ssm;

/// <summary>The rules for names of parameters (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html, Name).</summary>
internal static partial class ParameterName
{
    /// <summary>Of the name with the ARN before it, as the API reference says.</summary>
    private const int MaximumLength = 1011;

    private const int MaximumLevels = 15;

    /// <exception cref="AwsServiceException">The name cannot be that of a new parameter, and why.</exception>
    public static void Validate(string name)
    {
        var levels = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var first = levels.FirstOrDefault() ?? "";
        var isPath = name.Count(x => x == '/') > 1;
        if (first.StartsWith("aws", StringComparison.OrdinalIgnoreCase) && isPath)
        {
            throw new AwsServiceException("AccessDeniedException", $"No access to reserved parameter name: {name}.");
        }

        if (first.StartsWith("aws", StringComparison.OrdinalIgnoreCase) || first.StartsWith("ssm", StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid(isPath
                ? "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash "
                    + "symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_"
                : "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
        }

        if (name.Contains('/', StringComparison.Ordinal) && !name.StartsWith('/'))
        {
            throw Invalid("Parameter name must be a fully qualified name.");
        }

        if (name.EndsWith('/'))
        {
            throw Invalid("Parameter name must not end with slash.");
        }

        if (!Pattern().IsMatch(name))
        {
            throw Invalid("Invalid parameter name. Please use correct syntax for referencing a version/label  <name>:<version/label>. A name consists of "
                + "letters, numbers and the symbols .-_, in sub-paths divided by slash symbols.");
        }

        if (name.Length > MaximumLength)
        {
            throw Constraints.Refusal("Name", $"Member must have length less than or equal to {MaximumLength}");
        }

        if (levels.Length > MaximumLevels)
        {
            throw new AwsServiceException(
                "HierarchyLevelLimitExceededException",
                $"A hierarchy can have a maximum of {MaximumLevels} levels. For more information, see Requirements and constraints for parameter names in "
                    + "the AWS Systems Manager User Guide.");
        }
    }

    /// <summary>Whether a parameter is in a path: below it at any depth, or on the level below it.</summary>
    public static bool IsIn(string name, string path, bool recursive)
    {
        // The root holds those without a slash, too.
        var prefix = path.TrimEnd('/') + "/";
        return prefix == "/" ? recursive || name.LastIndexOf('/') <= 0
            : name.StartsWith(prefix, StringComparison.Ordinal) && (recursive || name.IndexOf('/', prefix.Length) < 0);
    }

    private static AwsServiceException Invalid(string message) => new("ValidationException", message);

    [GeneratedRegex(@"\A(?:/?[a-zA-Z0-9_.-]+)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
