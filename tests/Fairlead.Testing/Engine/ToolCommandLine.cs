using Nuke.Common.Tooling;

namespace Fairlead.Testing;

/// <summary>What a tool would be started with.</summary>
/// <param name="Arguments">Its command line, without the tool.</param>
/// <param name="Filter">Takes the secrets out of a text that the tool writes.</param>
public sealed record ToolCommandLine(string Arguments, Func<string, string> Filter)
{
    public static ToolCommandLine Of(ToolOptions options)
    {
        var (arguments, filter) = CommandLineBuilder.Build(options);
        return new ToolCommandLine(arguments, filter);
    }
}
