namespace Fairlead.IntegrationTests.Secrets;

/// <summary>An AWS to run the contracts of Parameter Store and Secrets Manager on.</summary>
public interface IAwsFixture
{
    Uri Endpoint { get; }

    /// <summary>The environment with which clients reach it.</summary>
    IReadOnlyDictionary<string, string> Credentials { get; }
}
