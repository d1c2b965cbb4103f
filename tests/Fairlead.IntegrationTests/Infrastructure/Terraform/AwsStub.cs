using System.Net;
using System.Text;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>An endpoint that refuses every call in the same way, or answers none.</summary>
public sealed class AwsStub : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _methods = [];
    private readonly string? _code;
    private readonly bool _onlyS3;

    /// <param name="code">The error that it answers, as AWS names it; null: it never answers.</param>
    /// <param name="onlyS3">Whether STS says who the caller is.</param>
    public AwsStub(string? code, bool onlyS3 = false)
    {
        (_code, _onlyS3) = (code, onlyS3);
        Endpoint = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        _listener.Prefixes.Add($"{Endpoint}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Endpoint { get; }

    /// <summary>The calls so far, by method.</summary>
    public IReadOnlyList<string> Methods
    {
        get
        {
            lock (_methods)
            {
                return [.. _methods];
            }
        }
    }

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

            lock (_methods)
            {
                _methods.Add(context.Request.HttpMethod);
            }

            _called.TrySetResult();
            if (_code is null)
            {
                continue;
            }

            if (_onlyS3 && context.Request.HttpMethod == "POST")
            {
                await AnswerAsync(context, 200, "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>A</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
                continue;
            }

            // S3 answers with a bare Error, the query protocol of STS with one in an ErrorResponse.
            var error = $"<Error><Type>Sender</Type><Code>{_code}</Code><Message>The request was refused.</Message></Error>";
            await AnswerAsync(context, 403, context.Request.HttpMethod == "POST" ? $"<ErrorResponse>{error}<RequestId>1</RequestId></ErrorResponse>" : error);
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml";
        if (context.Request.HttpMethod != "HEAD")
        {
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        }

        context.Response.Close();
    }
}
