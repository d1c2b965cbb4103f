namespace Nuke.Common.Tooling;

/// <summary>Options of a tool whose package has an executable for each target framework.</summary>
public interface IToolOptionsWithFramework
{
    /// <summary>The target framework whose executable is used.</summary>
    string? Framework => ((IOptions)this).Get<string?>(() => Framework);
}
