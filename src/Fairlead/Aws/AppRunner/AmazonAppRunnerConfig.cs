using Fairlead.Aws.Pipeline;

namespace Amazon.AppRunner;

/// <summary>Settings of <see cref="AmazonAppRunnerClient"/>.</summary>
public sealed class AmazonAppRunnerConfig : ServiceConfig
{
    public AmazonAppRunnerConfig()
        : base(new ServiceFacts("AppRunner", "apprunner", "apprunner", "2020-05-15"))
    {
    }
}
