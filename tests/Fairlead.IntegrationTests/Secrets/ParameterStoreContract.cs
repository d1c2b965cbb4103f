using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace Fairlead.IntegrationTests.Secrets;

/// <summary>What Parameter Store does for the vendor's own client. Run it on an AWS by calling these from a class that provides the fixture.</summary>
public abstract class ParameterStoreContract(IAwsFixture aws) : IDisposable
{
    private readonly AmazonSimpleSystemsManagementClient _ssm = new(
        new BasicAWSCredentials(aws.Credentials["AWS_ACCESS_KEY_ID"], aws.Credentials["AWS_SECRET_ACCESS_KEY"]),
        new AmazonSimpleSystemsManagementConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    /// <summary>Of this test alone.</summary>
    private readonly string _root = $"/contract/{Guid.NewGuid():N}";

    public void Dispose()
    {
        _ssm.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task Check_versions_are_counted_and_read_by_number_and_label()
    {
        (await PutAsync("db", "one")).Version.ShouldBe(1);
        await Should.ThrowAsync<ParameterAlreadyExistsException>(() => PutAsync("db", "two"));
        (await PutAsync("db", "two", x => x.Overwrite = true)).Version.ShouldBe(2);
        await _ssm.LabelParameterVersionAsync(new LabelParameterVersionRequest { Name = $"{_root}/db", ParameterVersion = 1, Labels = ["first"] });

        (await GetAsync("db")).Value.ShouldBe("two");
        (await GetAsync("db:1")).Value.ShouldBe("one");
        (await GetAsync("db:first")).Version.ShouldBe(1);
        (await GetAsync("db")).ARN.ShouldEndWith($":parameter{_root}/db");
        var history = await _ssm.GetParameterHistoryAsync(new GetParameterHistoryRequest { Name = $"{_root}/db" });
        history.Parameters.Select(x => (x.Version, x.Value)).ShouldBe([(1, "one"), (2, "two")]);
        history.Parameters[0].Labels.ShouldBe(["first"]);
    }

    protected async Task Check_a_secure_string_is_shown_only_when_that_is_asked_for()
    {
        await PutAsync("password", "hunter2", x => x.Type = ParameterType.SecureString);

        (await GetAsync("password")).Value.ShouldNotBe("hunter2");
        (await GetAsync("password", decrypted: true)).Value.ShouldBe("hunter2");
        (await GetAsync("password")).Type.ShouldBe(ParameterType.SecureString);
    }

    protected async Task Check_a_path_is_read_page_by_page()
    {
        foreach (var name in new[] { "a", "b", "c", "deep/d" })
        {
            await PutAsync(name, name);
        }

        (await PathAsync(recursive: false)).ShouldBe(["a", "b", "c"]);
        (await PathAsync(recursive: true)).ShouldBe(["a", "b", "c", "deep/d"]);
    }

    protected async Task Check_what_is_not_there_is_named()
    {
        await PutAsync("a", "1");

        await Should.ThrowAsync<ParameterNotFoundException>(() => GetAsync("none"));
        await Should.ThrowAsync<ParameterVersionNotFoundException>(() => GetAsync("a:9"));
        await Should.ThrowAsync<ParameterNotFoundException>(() => _ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = $"{_root}/none" }));
        var read = await _ssm.GetParametersAsync(new GetParametersRequest { Names = [$"{_root}/a", $"{_root}/none"] });
        (read.Parameters.Single().Value, read.InvalidParameters.Single()).ShouldBe(("1", $"{_root}/none"));
        var deleted = await _ssm.DeleteParametersAsync(new DeleteParametersRequest { Names = [$"{_root}/a", $"{_root}/none"] });
        (deleted.DeletedParameters.Single(), deleted.InvalidParameters.Single()).ShouldBe(($"{_root}/a", $"{_root}/none"));
    }

    protected async Task Check_parameters_are_found_by_tag_and_name()
    {
        await PutAsync("a", "1", x => x.Tags = [new Tag { Key = "root", Value = _root }]);
        await PutAsync("b", "1");
        await _ssm.AddTagsToResourceAsync(new AddTagsToResourceRequest
        {
            ResourceType = ResourceTypeForTagging.Parameter,
            ResourceId = $"{_root}/b",
            Tags = [new Tag { Key = "root", Value = "other" }],
        });

        (await DescribeAsync(new ParameterStringFilter { Key = "tag:root", Values = [_root] })).ShouldBe(["a"]);
        (await DescribeAsync(new ParameterStringFilter { Key = "Name", Option = "BeginsWith", Values = [_root] })).ShouldBe(["a", "b"]);
        var tags = await _ssm.ListTagsForResourceAsync(new ListTagsForResourceRequest
        {
            ResourceType = ResourceTypeForTagging.Parameter,
            ResourceId = $"{_root}/b",
        });
        tags.TagList.ShouldHaveSingleItem().Value.ShouldBe("other");
    }

    protected async Task Check_a_name_and_a_value_that_cannot_be_are_refused()
    {
        foreach (var (name, value) in new[] { ("awsThing", "1"), ("ssm-thing", "1"), ("empty", "") })
        {
            var error = await Should.ThrowAsync<AmazonSimpleSystemsManagementException>(
                () => _ssm.PutParameterAsync(new PutParameterRequest { Name = name, Value = value, Type = ParameterType.String }),
                name);
            error.ErrorCode.ShouldBe("ValidationException", name);
        }
    }

    private Task<PutParameterResponse> PutAsync(string name, string value, Action<PutParameterRequest>? change = null)
    {
        var request = new PutParameterRequest { Name = $"{_root}/{name}", Value = value, Type = ParameterType.String };
        change?.Invoke(request);
        return _ssm.PutParameterAsync(request);
    }

    private async Task<Parameter> GetAsync(string name, bool decrypted = false)
        => (await _ssm.GetParameterAsync(new GetParameterRequest { Name = $"{_root}/{name}", WithDecryption = decrypted })).Parameter;

    private async Task<string[]> PathAsync(bool recursive)
    {
        var request = new GetParametersByPathRequest { Path = _root, Recursive = recursive, MaxResults = 2 };
        var names = new List<string>();
        do
        {
            var page = await _ssm.GetParametersByPathAsync(request);
            names.AddRange(page.Parameters.Select(x => x.Name[(_root.Length + 1)..]));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return [.. names.Order(StringComparer.Ordinal)];
    }

    private async Task<string[]> DescribeAsync(ParameterStringFilter filter)
        => [.. (await _ssm.DescribeParametersAsync(new DescribeParametersRequest { ParameterFilters = [filter] })).Parameters
            .Select(x => x.Name[(_root.Length + 1)..])
            .Order(StringComparer.Ordinal)];
}
