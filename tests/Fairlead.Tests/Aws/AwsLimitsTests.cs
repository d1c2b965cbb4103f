using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Http;

namespace Fairlead.Tests.Aws;

/// <summary>The SDK's clients are made with limits, and its retries know their exceptions.</summary>
public sealed class AwsLimitsTests
{
    [Fact]
    public async Task An_endpoint_that_says_nothing_is_asked_again_and_then_told()
    {
        var asked = 0;
        using var aws = Clients(_ => new LimitedHandler(
            new Answering(async ended =>
            {
                asked++;
                await Task.Delay(Timeout.Infinite, ended);
                return null!;
            }),
            new HttpLimits { Answer = TimeSpan.FromMilliseconds(10) }));

        var error = await Should.ThrowAsync<Exception>(() => aws.Sts.GetCallerIdentityAsync(new()));

        asked.ShouldBeGreaterThan(1);
        AwsErrors.Explain(error, "find out which AWS account this is").Why.ShouldContain("127.0.0.1");
    }

    [Fact]
    public void Also_the_clients_that_the_SDK_makes_by_itself_have_limits()
    {
        using var aws = Clients(x => x);

        Amazon.AWSConfigs.HttpClientFactory.ShouldBeOfType<HandledHttpClientFactory>();
        using var http = Amazon.AWSConfigs.HttpClientFactory.CreateHttpClient(new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig());
        http.Timeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    private static AwsClients Clients(Func<HttpMessageHandler, HttpMessageHandler> handler) => new(new AwsOptions
    {
        Region = "us-east-1",
        EndpointUrl = new Uri("http://127.0.0.1:9"),
        Credentials = new BasicAWSCredentials("AKIA", "secret"),
        Handler = handler,
    });

    private sealed class Answering(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(cancellationToken);
    }
}
