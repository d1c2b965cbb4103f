using Amazon.Runtime;
using Fairlead.Aws;

namespace Fairlead.Testing;

public static class LoopbackClients
{
    public static AwsClients For(LoopbackServer server, string region = "eu-central-1") => new(new AwsOptions
    {
        Region = region,
        EndpointUrl = server.Url,
        Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
    });
}
