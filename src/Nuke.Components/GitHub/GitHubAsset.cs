namespace Nuke.Components.GitHub;

/// <summary>A file of a release, as GitHub has it. Octokit fills it, whose own class has no digest and numbers of 32 bits only.</summary>
internal sealed class GitHubAsset
{
    public long Id { get; set; }

    /// <summary>In which GitHub replaced some characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>"uploaded", or else an upload broke and left this behind.</summary>
    public string State { get; set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; set; }

    /// <summary>sha256:…; null on servers that do not tell.</summary>
    public string? Digest { get; set; }

    public bool IsComplete => State == "uploaded";

    /// <summary>What to compare names by: GitHub turns blanks and other special characters into periods, and trims those at the ends.</summary>
    public static string NameOnServer(string name)
        => new string([.. name.Select(x => char.IsAsciiLetterOrDigit(x) || x is '.' or '-' or '_' ? x : '.')]).Trim('.');
}
