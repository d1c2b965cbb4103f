namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Where the output of a command goes besides its first characters.</summary>
public sealed class CloudWatchOutputConfig
{
    public string? CloudWatchLogGroupName { get; set; }

    public bool? CloudWatchOutputEnabled { get; set; }
}
