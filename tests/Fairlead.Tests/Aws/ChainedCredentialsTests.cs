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

    [Fact]
    public async Task Without_any_credentials_the_answer_comes_at_once()
    {
        using var environment = new NoAwsEnvironment();

        // 192.0.2.0/24 answers nobody (RFC 5737), as the metadata address does on a laptop.
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://192.0.2.1");
        using var clients = new AwsClients(new AwsOptions { Region = "eu-central-1", EndpointUrl = new Uri("http://127.0.0.1:1") });
        var watch = Stopwatch.StartNew();

        var thrown = await Should.ThrowAsync<Exception>(() => clients.Ecs.ListTasksAsync(new Amazon.ECS.Model.ListTasksRequest()));

        AwsErrors.Explain(thrown, "list the tasks").What.ShouldBe("There are no AWS credentials.");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "the key is [REDACTED], the token [REDACTED]")]
    [InlineData("test", "the key is test, the token of-a-session-12345")]
    public async Task The_run_hides_the_keys_that_it_found_and_no_word_that_an_emulator_is_given(string key, string shown)
    {
        var mask = new SecretMask();
        mask.Activate();
        using var environment = new NoAwsEnvironment();
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", key);
        Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", "of-a-session-12345");

        var keys = await new ChainedCredentials(profile: null).GetCredentialsAsync();

        mask.Apply($"the key is {keys.SecretKey}, the token {keys.Token}").ShouldBe(shown);
    }

    /// <summary>Without anything of AWS in it, nor in files that it names; as it was in the end.</summary>
    private sealed class NoAwsEnvironment : IDisposable
    {
        private static readonly string[] Names =
        [
            "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE",
            "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE",
            "AWS_EC2_METADATA_SERVICE_ENDPOINT", "AWS_EC2_METADATA_DISABLED",
        ];

        private readonly Dictionary<string, string?> _before = Names.ToDictionary(x => x, Environment.GetEnvironmentVariable);

        public NoAwsEnvironment()
        {
            var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
            foreach (var name in Names)
            {
                Environment.SetEnvironmentVariable(name, name.EndsWith("_FILE", StringComparison.Ordinal) && !name.Contains("TOKEN") ? nowhere : null);
            }
        }

        public void Dispose()
        {
            foreach (var (name, value) in _before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}
