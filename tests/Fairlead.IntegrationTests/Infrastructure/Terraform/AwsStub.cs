using System.Net;
using System.Text;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>An endpoint that refuses every call in the same way, or answers none.</summary>
public sealed class AwsStub : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _code;

    /// <param name="code">The error that it answers, as AWS names it; null: it never answers.</param>
    public AwsStub(string? code)
    {
        _code = code;
        Endpoint = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        _listener.Prefixes.Add($"{Endpoint}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Endpoint { get; }

    /// <summary>Completes with the first call.</summary>
    public Task CalledAsync => _called.Task.WaitAsync(TimeSpan.FromMinutes(1));

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

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _called.TrySetResult();
            if (_code is null)
            {
                continue;
            }

            // S3 answers with a bare Error, the query protocol of STS with one in an ErrorResponse.
            var error = $"<Error><Type>Sender</Type><Code>{_code}</Code><Message>The request was refused.</Message></Error>";
            var body = Encoding.UTF8.GetBytes(context.Request.HttpMethod == "POST" ? $"<ErrorResponse>{error}<RequestId>1</RequestId></ErrorResponse>" : error);
            context.Response.StatusCode = 403;
            context.Response.ContentType = "text/xml";
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
    }
}
