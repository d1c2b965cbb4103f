using Fairlead.Aws.Pipeline;

namespace Amazon.CloudWatchLogs;

/// <summary>Settings of <see cref="AmazonCloudWatchLogsClient"/>.</summary>
public sealed class AmazonCloudWatchLogsConfig : ServiceConfig
{
    public AmazonCloudWatchLogsConfig()
        : base(new ServiceFacts("CloudWatch Logs", "logs", "logs", "2014-03-28"))
    {
    }
}
