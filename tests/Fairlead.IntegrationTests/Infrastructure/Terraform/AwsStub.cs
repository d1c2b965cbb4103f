namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>An endpoint that refuses every call in the same way, or answers none.</summary>
public sealed class AwsStub : IDisposable
{
    private const string Caller = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>A</UserId><Account>123456789012</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """;

    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LoopbackServer _server;
    private readonly string? _code;
    private readonly bool _onlyS3;

    /// <param name="code">The error that it answers, as AWS names it; null: it never answers.</param>
    /// <param name="onlyS3">Whether STS says who the caller is.</param>
    public AwsStub(string? code, bool onlyS3 = false)
    {
        (_code, _onlyS3) = (code, onlyS3);
        _server = new LoopbackServer(Answer);
    }

    public string Endpoint => _server.Url.ToString().TrimEnd('/');

    /// <summary>The calls so far, by method.</summary>
    public IReadOnlyList<string> Methods => [.. _server.Requests.Select(x => x.Method)];

    /// <summary>Completes with the first call.</summary>
    public Task CalledAsync => _called.Task.WaitAsync(TimeSpan.FromMinutes(5));

    /// <summary>What points terraform at it.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = Endpoint,
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_MAX_ATTEMPTS"] = "1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    public void Dispose() => _server.Dispose();

    private ScriptedResponse Answer(RecordedRequest request)
    {
        _called.TrySetResult();
        var isQuery = request.Method == "POST";
        if (_code is null)
        {
            return ScriptedResponse.Never;
        }

        if (_onlyS3 && isQuery)
        {
            return Xml(200, Caller);
        }

        // S3 answers with a bare Error, the query protocol of STS with one in an ErrorResponse.
        var error = $"<Error><Type>Sender</Type><Code>{_code}</Code><Message>The request was refused.</Message></Error>";
        return Xml(403, isQuery ? $"<ErrorResponse>{error}<RequestId>1</RequestId></ErrorResponse>" : error);
    }

    private static ScriptedResponse Xml(int status, string body) => new(status, body, ("Content-Type", "text/xml"));
}
