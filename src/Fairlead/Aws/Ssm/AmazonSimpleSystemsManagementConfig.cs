using Fairlead.Aws.Pipeline;

namespace Amazon.SimpleSystemsManagement;

/// <summary>Settings of <see cref="AmazonSimpleSystemsManagementClient"/>.</summary>
public sealed class AmazonSimpleSystemsManagementConfig : ServiceConfig
{
    public AmazonSimpleSystemsManagementConfig()
        : base(new ServiceFacts("SSM", "ssm", "ssm", "2014-11-06"))
    {
    }
}
