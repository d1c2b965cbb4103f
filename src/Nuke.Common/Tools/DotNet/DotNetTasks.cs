using System.Text;
using Nuke.Common.Tooling;
using Serilog.Events;

namespace Nuke.Common.Tools.DotNet;

// src/App/Program.cs(3,5): error CS1002: ; expected [src/App/App.csproj]
[LogLevelPattern(LogEventLevel.Warning, @": warning \w{2,5}\d{1,5}:")]
[LogLevelPattern(LogEventLevel.Error, @": error \w{2,5}\d{1,5}:")]
public partial class DotNetTasks
{
    private const string Special = "%$@';?*";

    /// <summary>Text that MSBuild takes as it is: what it would read as a property, a list or a wildcard is written as <c>%xx</c>.</summary>
    public static string EscapeMSBuild(string str)
    {
        // https://learn.microsoft.com/visualstudio/msbuild/msbuild-special-characters
        var escaped = new StringBuilder(str.Length);
        foreach (var character in str)
        {
            if (Special.Contains(character))
            {
                escaped.Append('%').Append(((int)character).ToString("X2"));
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }

    /// <summary>The host that runs this build when nothing else was said and DOTNET_ROOT names it: PATH may have another one, or none.</summary>
    private protected override string? PreferredPath
        => EnvironmentInfo.GetVariable("DOTNET_ROOT") is { Length: > 0 } root
        && Path.Combine(root, EnvironmentInfo.IsWin ? "dotnet.exe" : "dotnet") is var host
        && File.Exists(host) && Directory.Exists(Path.Combine(root, "sdk"))
            ? host
            : null;
}
