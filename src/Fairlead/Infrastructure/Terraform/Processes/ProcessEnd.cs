namespace Fairlead.Infrastructure.Terraform.Processes;

/// <param name="ExitCode">What the process ended with; on Unix 128 and the number of the signal that killed it.</param>
/// <param name="Stop">How it came to end.</param>
internal sealed record ProcessEnd(int ExitCode, StopKind Stop);

internal enum StopKind
{
    /// <summary>By itself.</summary>
    None,

    /// <summary>After one interrupt: it finished what it had begun.</summary>
    Interrupted,

    /// <summary>After a second interrupt: it did not finish, and went by itself.</summary>
    InterruptedTwice,

    /// <summary>It was killed.</summary>
    Killed,
}
