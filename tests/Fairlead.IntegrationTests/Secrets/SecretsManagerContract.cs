using System.Text.Json;

namespace Fairlead.IntegrationTests.Secrets;

/// <summary>What Secrets Manager does for the AWS CLI. Run it on an AWS by calling these from a class that provides the fixture.</summary>
public abstract class SecretsManagerContract(IAwsFixture aws)
{
    /// <summary>Of this test alone.</summary>
    private readonly string _name = $"contract/{Guid.NewGuid():N}";

    protected async Task Check_a_new_value_is_current_and_the_one_before_is_previous()
    {
        var made = await AwsAsync("create-secret", "--name", _name, "--secret-string", "one");
        var arn = made.GetProperty("ARN").GetString()!;
        await AwsAsync("put-secret-value", "--secret-id", _name, "--secret-string", "two");

        (await TextAsync("--secret-id", _name)).ShouldBe("two");
        (await TextAsync("--secret-id", arn)).ShouldBe("two");
        (await TextAsync("--secret-id", _name, "--version-stage", "AWSPREVIOUS")).ShouldBe("one");
        (await TextAsync("--secret-id", _name, "--version-id", made.GetProperty("VersionId").GetString()!)).ShouldBe("one");
        (await ErrorAsync("create-secret", "--name", _name, "--secret-string", "x")).ShouldContain("ResourceExistsException");
        (await ErrorAsync("get-secret-value", "--secret-id", _name + "-none")).ShouldContain("ResourceNotFoundException");
    }

    protected async Task Check_a_deleted_secret_is_restored_with_its_value()
    {
        await AwsAsync("create-secret", "--name", _name, "--secret-string", "one");
        await AwsAsync("delete-secret", "--secret-id", _name, "--recovery-window-in-days", "7");

        (await ErrorAsync("get-secret-value", "--secret-id", _name)).ShouldContain("InvalidRequestException");
        await AwsAsync("restore-secret", "--secret-id", _name);
        (await TextAsync("--secret-id", _name)).ShouldBe("one");

        await AwsAsync("delete-secret", "--secret-id", _name, "--force-delete-without-recovery");
        (await ErrorAsync("get-secret-value", "--secret-id", _name)).ShouldContain("ResourceNotFoundException");
    }

    protected async Task Check_secrets_are_found_by_name_and_read_together()
    {
        foreach (var part in new[] { "a", "b" })
        {
            await AwsAsync("create-secret", "--name", $"{_name}/{part}", "--secret-string", part, "--tags", $"Key=part,Value={part}");
        }

        var listed = await AwsAsync("list-secrets", "--filters", $"Key=name,Values={_name}");
        listed.GetProperty("SecretList").EnumerateArray().Select(x => x.GetProperty("Name").GetString()).Order().ShouldBe([$"{_name}/a", $"{_name}/b"]);
        var read = await AwsAsync("batch-get-secret-value", "--secret-id-list", $"{_name}/a", $"{_name}/none", $"{_name}/b");
        read.GetProperty("SecretValues").EnumerateArray().Select(x => x.GetProperty("SecretString").GetString()).ShouldBe(["a", "b"]);
        read.GetProperty("Errors").EnumerateArray().ShouldHaveSingleItem().GetProperty("ErrorCode").GetString().ShouldBe("ResourceNotFoundException");
        var described = await AwsAsync("describe-secret", "--secret-id", $"{_name}/a");
        described.GetProperty("Tags").EnumerateArray().ShouldHaveSingleItem().GetProperty("Value").GetString().ShouldBe("a");
    }

    private static string[] Arguments(IAwsFixture aws, string operation, string[] arguments)
        => ["--endpoint-url", aws.Endpoint.ToString(), "--output", "json", "secretsmanager", operation, .. arguments];

    private async Task<JsonElement> AwsAsync(string operation, params string[] arguments)
    {
        using var answer = JsonDocument.Parse(await CommandLine.SucceedAsync("aws", Arguments(aws, operation, arguments), aws.Credentials));
        return answer.RootElement.Clone();
    }

    private async Task<string?> TextAsync(params string[] arguments) => (await AwsAsync("get-secret-value", arguments)).GetProperty("SecretString").GetString();

    private async Task<string> ErrorAsync(string operation, params string[] arguments)
    {
        var (code, output, error) = await CommandLine.RunAsync("aws", Arguments(aws, operation, arguments), aws.Credentials);
        code.ShouldNotBe(0, output);
        return error;
    }
}
