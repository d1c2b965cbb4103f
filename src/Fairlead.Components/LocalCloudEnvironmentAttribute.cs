using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Nuke.Common.Execution;

namespace Fairlead.Components;

/// <summary>
/// Leaves standard output to the lines of <see cref="ILocalCloud.LocalCloudEnvironment"/>: in a run with that target, what the engine and everything else
/// print to standard output goes to standard error, from before the first line of the run on. Built on NUKE's own event, and on the descriptors of the
/// process, so it works with every engine. On Windows, where there are no such shells, the lines are among the others.
/// </summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class LocalCloudEnvironmentAttribute : BuildExtensionAttributeBase, IOnBuildInitialized, IOnBuildFinished
{
    private const int StandardOutput = 1;

    private const int StandardError = 2;

    private static int? _kept;

    private static TextWriter? _console;

    /// <summary>Behind everything that speaks at the end of a run.</summary>
    public override float Priority { get; set; } = -60;

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (OperatingSystem.IsWindows() || executionPlan.All(x => x.Name != nameof(ILocalCloud.LocalCloudEnvironment)))
        {
            return;
        }

        _console = Console.Out;
        _console.Flush();
        _kept = Duplicate(StandardOutput);
        _ = Duplicate(StandardError, StandardOutput);

        // On Unix, the console keeps a copy of the descriptor that it has opened.
        Console.SetOut(Console.Error);
    }

    public void OnBuildFinished()
    {
        if (_kept is { } descriptor)
        {
            Console.SetOut(_console!);
            _ = Duplicate(descriptor, StandardOutput);
            new SafeFileHandle(descriptor, ownsHandle: true).Dispose();
            _kept = null;
        }
    }

    /// <summary>Past the engine and its masking of secrets: to print one is what the target is for.</summary>
    internal static void Print(IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Select(x => x + "\n"));
        if (_kept is not { } descriptor)
        {
            Console.Out.Write(text);
            return;
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: false);
        using var stream = new FileStream(handle, FileAccess.Write, bufferSize: 0);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    [DllImport("libc", EntryPoint = "dup")]
    private static extern int Duplicate(int descriptor);

    [DllImport("libc", EntryPoint = "dup2")]
    private static extern int Duplicate(int descriptor, int place);
}
