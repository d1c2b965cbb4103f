using System.Runtime.CompilerServices;
using Fairlead.Aws;
using Nuke.Common;

namespace Fairlead.Components.Deployments;

/// <summary>The identity token of a run: a file in a folder of its own below <c>.nuke/temp/identity</c>, which goes with the run.</summary>
internal sealed class RunIdentity
{
    private static readonly ConditionalWeakTable<INukeBuild, RunIdentity> Runs = [];
    private readonly Lock _lock = new();
    private readonly string _directory;
    private IdentityTokenFile? _file;

    private RunIdentity(INukeBuild build) => _directory = build.TemporaryDirectory / "identity";

    public static RunIdentity Of(INukeBuild build) => Runs.GetValue(build, static x => new RunIdentity(x));

    /// <summary>Where the token is written.</summary>
    public string TokenFile
    {
        get
        {
            lock (_lock)
            {
                return (_file ??= IdentityTokenFile.Create(_directory)).Path;
            }
        }
    }

    /// <summary>Removes what runs that were killed have left.</summary>
    public void RemoveLeftovers() => IdentityTokenFile.RemoveLeftovers(_directory);

    /// <summary>Removes the token; without it the SDKs have no identity any more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }
    }
}
