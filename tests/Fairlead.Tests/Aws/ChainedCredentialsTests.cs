using System.Diagnostics;
using Fairlead.Aws;
using Fairlead.Secrets;

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

    [Theory]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\naws_session_token = session/token+of+the+role==")]
    [InlineData("credential_process = sh -c \"cat $ANSWER\"")]
    public async Task The_run_hides_the_keys_that_it_signs_with_wherever_they_come_from(string source)
    {
        using var directory = new TemporaryDirectory("fairlead-keys-");
        var answer = directory.Write("answer", """
            {"Version": 1, "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "SessionToken": "session/token+of+the+role=="}
            """);
        var id = source.Contains("process", StringComparison.Ordinal) ? "" : "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n";
        var file = directory.Write("credentials", $"[fairlead-learned]\n{id}{source.Replace("$ANSWER", answer, StringComparison.Ordinal)}\n");
        var before = Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", file);
        try
        {
            var mask = new SecretMask();
            mask.Activate();
            await using var server = new LoopbackServer(_ => ScriptedResponse.Json("{}"));
            using var clients = new AwsClients(new AwsOptions { Region = "eu-central-1", EndpointUrl = server.Url, Profile = "fairlead-learned" });

            await clients.Ecs.ListTasksAsync(new Amazon.ECS.Model.ListTasksRequest());

            server.Requests.ShouldHaveSingleItem().Headers["X-Amz-Security-Token"].ShouldBe("session/token+of+the+role==");
            mask.Apply("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY, session%2Ftoken%2Bof%2Bthe%2Brole%3D%3D").ShouldBe("[REDACTED], [REDACTED]");
            mask.Apply("AKIAIOSFODNN7EXAMPLE").ShouldBe("AKIAIOSFODNN7EXAMPLE", "the id is in every log of AWS and is no secret");
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", before);
        }
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
