using System.Diagnostics;
using Fairlead.Aws;

namespace Fairlead.Tests.Aws;

[Collection(EnvironmentCollection.Name)]
public sealed class ChainedCredentialsTests
{
    [Fact]
    public async Task A_profile_that_is_not_there_is_explained_before_a_request_is_made()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Json("{}"));
        using var clients = new AwsClients(new AwsOptions { Region = "eu-central-1", EndpointUrl = server.Url, Profile = "no-such-profile" });

        var thrown = await Should.ThrowAsync<Exception>(() => clients.Ecs.ListTasksAsync(new Amazon.ECS.Model.ListTasksRequest()));

        var error = AwsErrors.Explain(thrown, "list the tasks");
        error.What.ShouldBe("The AWS profile 'no-such-profile' gives no credentials.");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_any_credentials_the_answer_comes_at_once()
    {
        string[] names =
        [
            "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE",
            "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE",
            "AWS_EC2_METADATA_SERVICE_ENDPOINT", "AWS_EC2_METADATA_DISABLED",
        ];
        var saved = names.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        try
        {
            foreach (var name in names)
            {
                Environment.SetEnvironmentVariable(name, null);
            }

            var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
            Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", nowhere);
            Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", nowhere);
            // 192.0.2.0/24 answers nobody (RFC 5737), as the metadata address does on a laptop.
            Environment.SetEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://192.0.2.1");
            using var clients = new AwsClients(new AwsOptions { Region = "eu-central-1", EndpointUrl = new Uri("http://127.0.0.1:1") });
            var watch = Stopwatch.StartNew();

            var thrown = await Should.ThrowAsync<Exception>(() => clients.Ecs.ListTasksAsync(new Amazon.ECS.Model.ListTasksRequest()));

            AwsErrors.Explain(thrown, "list the tasks").What.ShouldBe("There are no AWS credentials.");
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        }
        finally
        {
            foreach (var (name, value) in saved)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}
