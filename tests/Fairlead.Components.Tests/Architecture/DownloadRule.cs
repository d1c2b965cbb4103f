using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>One way in which a script, a workflow, a Dockerfile or user data takes something from the network and runs it.</summary>
/// <param name="Name">What it is, as the middle of a sentence.</param>
/// <param name="Download">Finds it in a line.</param>
/// <param name="Pinned">Finds in what follows on the same line that it is settled; null where nothing on the line could settle it.</param>
internal sealed record DownloadRule(string Name, Regex Download, Regex? Pinned = null)
{
    public bool Breaks(string line) => Download.Matches(line).Any(x => Pinned?.IsMatch(line[x.Index..]) != true);
}
