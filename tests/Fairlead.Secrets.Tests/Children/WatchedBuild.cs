using Fairlead.Secrets.Children;

namespace Fairlead.Secrets.Tests.Children;

/// <summary>A build that starts a child, watches over it, and waits. The tests start it as a process of its own, and kill it.</summary>
internal static class WatchedBuild
{
    /// <summary>How it begins.</summary>
    public const string Kill = "kill";

    /// <summary>The child is interrupted first: three seconds for each interrupt.</summary>
    public const string Interrupt = "interrupt";

    /// <summary>The child's environment is its caller's, without a mark.</summary>
    public const string Unmarked = "unmarked";

    /// <summary>The build ends by itself once the child has said a line.</summary>
    public const string End = "end";

    /// <summary>As <see cref="Interrupt"/>, and the build exits with the child still at it once that has said a line.</summary>
    public const string Exit = "exit";

    /// <summary>The number of the child is somebody else's by now, who began at another time.</summary>
    public const string Foreign = "foreign";

    /// <param name="arguments">How, the child's script, and whether it leads a group.</param>
    public static int Main(string[] arguments)
    {
        var (how, script) = (arguments[0], arguments[1]);
        string[] words = [.. arguments[2..], "/bin/sh", "-c", script];
        var environment = ChildEnvironment.OfThisProcess().ToDictionary();
        if (how is not (Unmarked or Foreign))
        {
            environment[OrphanWatch.Mark] = OrphanWatch.NewMark();
        }

        using var child = ChildStart.Run(ChildStart.Of(words[0], words[1..], environment));
        var watch = how switch
        {
            Interrupt or Exit => OrphanWatch.Over(child, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3)),
            Foreign => OrphanWatch.Over(child, start: "1", TimeSpan.Zero, TimeSpan.Zero),
            _ => OrphanWatch.Over(child),
        };
        while (child.StandardOutput.ReadLine() is { } line)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
            if (how == End)
            {
                return 0;
            }

            if (how == Exit)
            {
                Environment.Exit(130);
            }
        }

        child.WaitForExit();
        watch?.Dispose();
        return 0;
    }
}
