using Fairlead.Secrets.Children;
using Nuke.Common.CI;
using Nuke.Common.Execution;

namespace Nuke.Common.Planning;

/// <summary>Opens a file where somebody sits in front of it.</summary>
internal static class DesktopBrowser
{
    /// <summary>What a desktop is found with: https://specifications.freedesktop.org/basedir-spec/latest.</summary>
    private static readonly string[] OfDesktop =
        ["DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_*", "DBUS_SESSION_BUS_ADDRESS", "BROWSER", "DESKTOP_SESSION", "GNOME_*", "KDE_*", "WSL*"];

    /// <summary>Does nothing without a desktop; a browser that does not start is nobody's error, since the path is printed.</summary>
    public static void TryOpen(BuildSession session, string file)
    {
        if (!IsThere(session))
        {
            return;
        }

        try
        {
            var program = OperatingSystem.IsWindows() ? "explorer.exe" : OperatingSystem.IsMacOS() ? "open" : "xdg-open";
            using var process = ChildStart.Run(ChildStart.Of(program, [file], ChildEnvironment.Bare(ChildEnvironment.OfThisProcess(), OfDesktop)));
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            // No such program.
        }
    }

    /// <summary>Whether the run belongs to a person at a desktop: a terminal, no CI server, no remote shell, and a display where that is needed.</summary>
    public static bool IsThere(BuildSession session)
    {
        var variables = session.Surroundings.Variables;
        return session.Surroundings.IsTerminal
            && session.Host is not IBuildServer
            && !Has("CI") && !Has("SSH_CONNECTION") && !Has("SSH_TTY")
            && (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || Has("DISPLAY") || Has("WAYLAND_DISPLAY"));

        bool Has(string name) => !string.IsNullOrEmpty(variables.GetValueOrDefault(name));
    }
}
