using System.Net;
using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Reporting;

namespace Fairlead.Services;

/// <summary>What the calls of every service host have in common.</summary>
internal static class ServiceCalls
{
    /// <summary>Does the work and turns what an AWS client throws into sentences.</summary>
    /// <param name="operation">What is done, as it follows "could not".</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Its cancellation is not an error.</param>
    /// <exception cref="FairleadException">A call failed.</exception>
    public static async Task<T> ExplainAsync<T>(string operation, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw AwsErrors.Explain(e, operation);
        }
    }

    /// <summary>Reads evidence. What cannot be read is named in a warning and left out: evidence must not hide the failure.</summary>
    public static async Task<T> TolerateAsync<T>(IReporter reporter, string what, Func<Task<T>> read, T otherwise)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or FairleadException)
        {
            reporter.Warning(AwsErrors.Explain(e, $"read {what}").Message);
            return otherwise;
        }
    }

    /// <summary>Whether asking again may help, on top of the SDK's own retries: an API that is ill for half a
    /// minute must not turn a good rollout into a rollback.</summary>
    public static bool MayPass(Exception e) => e is HttpRequestException
        || (e is AmazonServiceException service
            && (service.StatusCode >= HttpStatusCode.InternalServerError || service.ErrorCode.Contains("Throttl", StringComparison.Ordinal)));
}
