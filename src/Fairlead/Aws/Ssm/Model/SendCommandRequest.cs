using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Runs a document on instances.</summary>
public sealed class SendCommandRequest : AmazonWebServiceRequest
{
    public string? DocumentName { get; set; }

    public List<Target>? Targets { get; set; }

    /// <summary>At most 100 characters.</summary>
    public string? Comment { get; set; }

    /// <summary>Time until an instance must have begun, from 30 seconds on.</summary>
    public int? TimeoutSeconds { get; set; }

    public Dictionary<string, List<string>>? Parameters { get; set; }

    /// <summary>Number or percentage of instances at a time.</summary>
    public string? MaxConcurrency { get; set; }

    /// <summary>Number or percentage of failures after which no further instance is asked.</summary>
    public string? MaxErrors { get; set; }

    public CloudWatchOutputConfig? CloudWatchOutputConfig { get; set; }
}
