using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Sts;

/// <summary>
/// STS in the AWS query protocol (https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html). The credentials it gives out are made up
/// and say so; the other services take any.
/// </summary>
internal sealed partial class StsService : IAwsService
{
    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    private readonly Account _account;
    private readonly TimeProvider _clock;
    private readonly JsonState<IssuedCredentials> _issued;

    public StsService(StateDirectory state, Account account, TimeProvider clock)
    {
        (_account, _clock) = (account, clock);
        _issued = new JsonState<IssuedCredentials>(state, "sts/credentials.json", IssuedCredentialsJson.Default.IssuedCredentials);
    }

    public string SigningName => "sts";

    public async Task HandleAsync(HttpContext context)
    {
        XElement answer;
        try
        {
            var form = context.Request.HasFormContentType ? await QueryRequest.ReadAsync(context) : null;
            string? Parameter(string name) => form?[name].FirstOrDefault() ?? context.Request.Query[name].FirstOrDefault();

            var action = Parameter("Action");
            if (context.Request.Headers.Authorization.Count == 0 && action is not "AssumeRoleWithWebIdentity")
            {
                throw new AwsServiceException("MissingAuthenticationToken", "Request is missing Authentication Token", StatusCodes.Status403Forbidden);
            }

            answer = action switch
            {
                "GetCallerIdentity" => GetCallerIdentity(context.Request),
                "AssumeRole" => AssumeRole(Parameter),
                "AssumeRoleWithWebIdentity" => AssumeRoleWithWebIdentity(Parameter),
                "GetSessionToken" => GetSessionToken(Parameter),
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
                Element("Error", Element("Type", "Sender"), Element("Code", exception.Code), Element("Message", exception.Message)),
                Element("RequestId", Guid.NewGuid()));
        }

        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(answer.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }

    private XElement GetCallerIdentity(HttpRequest request)
    {
        var accessKeyId = AccessKeyId().Match(request.Headers.Authorization.ToString()).Groups[1].Value;
        var caller = _issued.Read(x => x.ByAccessKeyId.GetValueOrDefault(accessKeyId));
        if (caller is not null && caller.Expiration <= _clock.GetUtcNow())
        {
            throw new AwsServiceException("ExpiredToken", "The security token included in the request is expired", StatusCodes.Status403Forbidden);
        }

        return Element("GetCallerIdentityResult",
            Element("Arn", caller?.Arn ?? $"arn:aws:iam::{_account.Id}:user/local-cloud"),
            Element("UserId", caller?.UserId ?? "AIDALOCALCLOUDUSER000"),
            Element("Account", _account.Id));
    }

    private XElement AssumeRole(Func<string, string?> parameter)
    {
        var (identity, seconds) = Role(parameter, most: 43_200);
        return Element("AssumeRoleResult", AssumedRoleUser(identity), Issue(identity, seconds));
    }

    private XElement AssumeRoleWithWebIdentity(Func<string, string?> parameter)
    {
        var (identity, seconds) = Role(parameter, most: 43_200);
        var token = WebIdentityToken.Parse(parameter("WebIdentityToken") ?? throw Invalid("webIdentityToken", "must not be null"));
        if (token.Expiry <= _clock.GetUtcNow())
        {
            throw new AwsServiceException(
                "ExpiredTokenException",
                "Token expired: the web identity token that was passed is expired or is not valid. Get a new one from the identity provider.");
        }

        return Element("AssumeRoleWithWebIdentityResult",
            Element("SubjectFromWebIdentityToken", token.Subject),
            Element("Audience", token.Audience),
            AssumedRoleUser(identity),
            Issue(identity, seconds),
            Element("Provider", token.Issuer));
    }

    private XElement GetSessionToken(Func<string, string?> parameter)
        => Element("GetSessionTokenResult", Issue(
            new Identity($"arn:aws:iam::{_account.Id}:user/local-cloud", "AIDALOCALCLOUDUSER000"),
            Duration(parameter, 43_200, 129_600)));

    private static (Identity Identity, int Seconds) Role(Func<string, string?> parameter, int most)
    {
        var arn = RoleArn().Match(parameter("RoleArn") ?? "");
        if (!arn.Success)
        {
            throw Invalid("roleArn", "must be the ARN of a role, like arn:aws:iam::123456789012:role/name");
        }

        var session = parameter("RoleSessionName") ?? "";
        if (!SessionName().IsMatch(session))
        {
            throw Invalid("roleSessionName", "must have 2 to 64 letters, digits and _+=,.@-");
        }

        var name = arn.Groups["path"].Value.Split('/')[^1];
        return (new Identity(
            $"arn:aws:sts::{arn.Groups["account"].Value}:assumed-role/{name}/{session}",
            $"AROALOCALCLOUDROLE000:{session}"), Duration(parameter, 3600, most));
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

    /// <summary>Remembers who the holder of new credentials is, so that GetCallerIdentity can tell, and forgets those that have expired.</summary>
    private XElement Issue(Identity identity, int seconds)
    {
        var now = _clock.GetUtcNow();
        var expiration = now.AddSeconds(seconds);
        var accessKeyId = "ASIALOCALCLOUD" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 6);
        try
        {
            _issued.Change(x =>
            {
                x.ByAccessKeyId = x.ByAccessKeyId.Where(y => y.Value.Expiration > now).ToDictionary();
                x.ByAccessKeyId[accessKeyId] = new IssuedCredential(identity.Arn, identity.UserId, expiration);
            });
        }
        catch (IOException exception)
        {
            throw new AwsServiceException(
                "InternalFailure",
                $"The local cloud could not remember the credentials: {exception.Message} Free some space or make the state directory writable.",
                StatusCodes.Status507InsufficientStorage);
        }

        return Element("Credentials",
            Element("AccessKeyId", accessKeyId),
            Element("SecretAccessKey", "made-up-by-the-local-cloud-" + RandomNumberGenerator.GetHexString(13, lowercase: true)),
            Element("SessionToken", "made-up-by-the-local-cloud/" + RandomNumberGenerator.GetHexString(64, lowercase: true)),
            Element("Expiration", expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
    }

    private static XElement AssumedRoleUser(Identity identity)
        => Element("AssumedRoleUser", Element("Arn", identity.Arn), Element("AssumedRoleId", identity.UserId));

    private static AwsServiceException Invalid(string member, string constraint)
        => new("ValidationError", $"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member {constraint}");

    private static XElement Element(string name, params object[] content) => new(Namespace + name, content);

    [GeneratedRegex("Credential=([A-Z0-9]+)/")]
    private static partial Regex AccessKeyId();

    [GeneratedRegex(@"^arn:[\w-]+:iam::(?<account>\d{12}):role/(?<path>[\w+=,.@/-]+)$")]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}$")]
    private static partial Regex SessionName();

    private sealed record Identity(string Arn, string UserId);
}
