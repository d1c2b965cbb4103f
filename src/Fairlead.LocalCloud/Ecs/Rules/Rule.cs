using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>Something that ECS refuses a request for.</summary>
/// <param name="Name">What it is about; names the row.</param>
/// <param name="Complaint">What ECS says; null when the request is as it should be.</param>
/// <param name="ErrorCode">What ECS calls the error.</param>
internal sealed record Rule<T>(string Name, Func<T, string?> Complaint, string ErrorCode)
{
    /// <exception cref="AwsServiceException">The first rule that is broken.</exception>
    public static void Check(IEnumerable<Rule<T>> rules, T request)
    {
        foreach (var rule in rules)
        {
            if (rule.Complaint(request) is { } complaint)
            {
                throw new AwsServiceException(rule.ErrorCode, complaint);
            }
        }
    }
}
