using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Sts;

/// <summary>
/// STS in the AWS query protocol (https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html). The credentials that it gives out are good for every
/// service here; no policy takes anything from them.
/// </summary>
internal sealed partial class StsService(TemporaryCredentials credentials, WebIdentityTokens tokens, Account account, TimeProvider clock) : IAwsService
{
    private const string UnsignedAction = "AssumeRoleWithWebIdentity";

    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public string SigningName => "sts";

    public async Task HandleAsync(HttpContext context)
    {
        XElement answer;
        try
        {
            QueryRequest.Check(context.Request.Query);
            var form = context.Request.HasFormContentType ? await QueryRequest.ReadAsync(context) : null;
            string? Parameter(string name) => form?[name].FirstOrDefault() ?? context.Request.Query[name].FirstOrDefault();

            var action = Parameter("Action");
            var caller = context.Features.Get<Caller>();
            if (caller is null && action is not UnsignedAction)
            {
                throw new AwsServiceException(
                    "MissingAuthenticationToken",
                    "Request is missing Authentication Token. './build.sh LocalCloudEnvironment' prints the keys of this local cloud.",
                    StatusCodes.Status403Forbidden);
            }

            answer = action switch
            {
                "GetCallerIdentity" => GetCallerIdentity(caller!),
                "AssumeRole" => AssumeRole(Parameter),
                UnsignedAction => AssumeRoleWithWebIdentity(Parameter),
                "GetSessionToken" => GetSessionToken(caller!, Parameter),
                null or "" => throw new AwsServiceException("MissingAction", "The request has no Action."),
                _ => throw new AwsServiceException(
                    "InvalidAction",
                    $"Could not find operation {action}; the local cloud has GetCallerIdentity, AssumeRole, AssumeRoleWithWebIdentity and GetSessionToken."),
            };
            answer = Element(
                answer.Name.LocalName.Replace("Result", "Response", StringComparison.Ordinal),
                answer,
                Element("ResponseMetadata", Element("RequestId", Guid.NewGuid())));
        }
        catch (AwsServiceException exception)
        {
            context.Response.StatusCode = exception.StatusCode;
            answer = Element("ErrorResponse",
                Element("Error", Element("Type", "Sender"), ProtocolErrors.CodeAndMessage(exception, Namespace)),
                Element("RequestId", Guid.NewGuid()));
        }

        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(answer.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }

    private XElement GetCallerIdentity(Caller caller) => Element("GetCallerIdentityResult",
        Element("Arn", caller.Arn),
        Element("UserId", caller.UserId),
        Element("Account", account.Id));

    private XElement AssumeRole(Func<string, string?> parameter)
    {
        var (caller, seconds) = Role(parameter);
        return Element("AssumeRoleResult", AssumedRoleUser(caller), Issue(caller, seconds));
    }

    private XElement AssumeRoleWithWebIdentity(Func<string, string?> parameter)
    {
        var (caller, seconds) = Role(parameter);
        var token = tokens.Verify(parameter("WebIdentityToken") ?? throw Invalid("webIdentityToken", "must not be null"));
        return Element("AssumeRoleWithWebIdentityResult",
            Element("SubjectFromWebIdentityToken", token.Subject),
            Element("Audience", token.Audience),
            AssumedRoleUser(caller),
            Issue(caller, seconds),
            Element("Provider", token.Issuer));
    }

    private XElement GetSessionToken(Caller caller, Func<string, string?> parameter)
        => Element("GetSessionTokenResult", Issue(caller, Duration(parameter, 43_200, 129_600)));

    private static (Caller Caller, int Seconds) Role(Func<string, string?> parameter)
    {
        var session = parameter("RoleSessionName") ?? "";
        if (!SessionName().IsMatch(session))
        {
            throw Invalid("roleSessionName", "must have 2 to 64 letters, digits and _+=,.@-");
        }

        var caller = Caller.OfRole(parameter("RoleArn") ?? "", session)
            ?? throw Invalid("roleArn", "must be the ARN of a role, like arn:aws:iam::123456789012:role/name");
        return (caller, Duration(parameter, 3600, 43_200));
    }

    private static int Duration(Func<string, string?> parameter, int fallback, int most)
    {
        if (parameter("DurationSeconds") is not { Length: > 0 } text)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= 900 && seconds <= most
            ? seconds
            : throw Invalid("durationSeconds", $"must be between 900 and {most}");
    }

    private XElement Issue(Caller caller, int seconds)
    {
        var issued = credentials.Issue(caller, clock.GetUtcNow().AddSeconds(seconds));
        return Element("Credentials",
            Element("AccessKeyId", issued.Key.Id),
            Element("SecretAccessKey", issued.Key.Secret),
            Element("SessionToken", issued.SessionToken),
            Element("Expiration", issued.Expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
    }

    private static XElement AssumedRoleUser(Caller caller)
        => Element("AssumedRoleUser", Element("Arn", caller.Arn), Element("AssumedRoleId", caller.UserId));

    private static AwsServiceException Invalid(string member, string constraint)
        => new("ValidationError", $"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member {constraint}");

    private static XElement Element(string name, params object[] content) => new(Namespace + name, content);

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}\z")]
    private static partial Regex SessionName();
}
