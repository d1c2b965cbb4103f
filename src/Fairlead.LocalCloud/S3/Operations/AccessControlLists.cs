using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>
/// Access control lists, kept and given back; what they give everybody is what somebody without a key may read. A bucket whose owner owns every object, as a
/// new one does, has none but that which gives the owner full control: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
/// </summary>
internal sealed class AccessControlLists(S3Store store, Listings listings)
{
    private const string Parameter = "acl";
    private const string CannedHeader = "x-amz-acl";

    /// <summary>Of buckets alone.</summary>
    private const string LogDeliveryWrite = "log-delivery-write";

    /// <summary>Lets EC2 read, which is not here.</summary>
    private const string ExecRead = "aws-exec-read";

    private const string AllUsers = "http://acs.amazonaws.com/groups/global/AllUsers";
    private const string AuthenticatedUsers = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
    private const string LogDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>What a canned list grants besides the owner's full control: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html</summary>
    private static readonly Dictionary<string, (string Group, string Permission)[]> Canned = new(StringComparer.Ordinal)
    {
        ["private"] = [],
        ["bucket-owner-read"] = [],
        ["bucket-owner-full-control"] = [],
        ["public-read"] = [(AllUsers, "READ")],
        ["public-read-write"] = [(AllUsers, "READ"), (AllUsers, "WRITE")],
        ["authenticated-read"] = [(AuthenticatedUsers, "READ")],
        [LogDeliveryWrite] = [(LogDelivery, "WRITE"), (LogDelivery, "READ_ACP")],
    };

    private static readonly Dictionary<string, string> GrantHeaders = new(StringComparer.Ordinal)
    {
        ["x-amz-grant-full-control"] = "FULL_CONTROL",
        ["x-amz-grant-read"] = "READ",
        ["x-amz-grant-write"] = "WRITE",
        ["x-amz-grant-read-acp"] = "READ_ACP",
        ["x-amz-grant-write-acp"] = "WRITE_ACP",
    };

    private static readonly XmlShape Shape = XmlShape.One(
        "AccessControlPolicy",
        XmlShape.One("Owner", XmlShape.One("ID")),
        XmlShape.Maybe("AccessControlList", XmlShape.Any(
            "Grant",
            XmlShape.One("Grantee"),
            XmlShape.One("Permission", "FULL_CONTROL|READ|WRITE|READ_ACP|WRITE_ACP"))));

    /// <summary>The canned list that a new object is sent with; null for the owner's own.</summary>
    /// <exception cref="AwsServiceException">It does not exist, the bucket does not allow it, or it is one of grants, which no object keeps here.</exception>
    public static string? Read(S3Request request, BucketConfiguration bucket)
    {
        var (canned, _) = Sent(request, bucket);
        return HasGrants(request)
            ? throw S3Errors.NotImplemented($"grants to an object by headers ({string.Join(", ", GrantHeaders.Keys)}); send a canned list ({CannedHeader})")
            : canned;
    }

    /// <summary>Does the list of an object let everybody read it?</summary>
    public static bool LetEverybodyRead(BucketConfiguration bucket, ObjectVersion version)
        => Count(bucket) && version.Metadata.Acl is { } canned && Canned[canned].Contains((AllUsers, "READ"));

    /// <summary>Does the list of the bucket let everybody ask which keys it has? It says nothing of the objects.</summary>
    public static bool LetEverybodyList(BucketConfiguration bucket)
        => Count(bucket)
            && bucket.Documents.TryGetValue(Parameter, out var kept)
            && GrantsOf(S3Xml.Parse(kept)).Any(x => UriOf(x) == AllUsers
                && x.Value("Permission") is "READ" or "FULL_CONTROL");

    public Task GetAsync(S3Request request)
    {
        var configuration = store.Bucket(request.Bucket!).Configuration;
        if (request.Key is null)
        {
            return S3Xml.WriteAsync(request, configuration.Documents.TryGetValue(Parameter, out var kept) ? S3Xml.Parse(kept) : Document([]));
        }

        var version = ObjectReads.Find(store, request);
        return S3Xml.WriteAsync(request, Document(version.Metadata.Acl is { } canned ? Canned[canned].Select(Grant) : []));
    }

    public async Task PutAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var configuration = bucket.Configuration;
        var version = request.Key is null ? null : ObjectReads.Find(store, request);
        var (canned, sent) = Sent(request, configuration);
        var isInHeaders = request.Header(CannedHeader) is not null || HasGrants(request);
        var document = (await BodyAsync(request), isInHeaders) switch
        {
            (null, false) => throw new AwsServiceException("MissingSecurityHeader", "Your request was missing a required header"),
            (not null, true) => throw new AwsServiceException("UnexpectedContent", "This request does not support content"),
            ({ } body, false) => body,
            (null, true) => Document(sent),
        };
        var grants = GrantsOf(document).ToArray();
        if (IsEnforced(configuration) && !grants.All(IsOwners))
        {
            throw NotSupported();
        }

        if (configuration.PublicAccessBlock is { BlockPublicAcls: true } && grants.Any(IsPublic))
        {
            throw S3Errors.AccessDenied("Access Denied");
        }

        if (version is not null)
        {
            if (canned != version.Metadata.Acl || !grants.All(x => IsOwners(x) || canned is not null))
            {
                throw S3Errors.NotImplemented("changes of the access control list of an object that is there; send it with the object");
            }

            return;
        }

        bucket.Configure(x => x with
        {
            Documents = new Dictionary<string, string>(x.Documents, StringComparer.Ordinal) { [Parameter] = S3Xml.Text(document) },
        });
    }

    /// <summary>The settings that a new bucket is asked for with.</summary>
    public BucketConfiguration Apply(S3Request request, BucketConfiguration created)
    {
        var documents = new Dictionary<string, string>(created.Documents, StringComparer.Ordinal);
        if (request.Header("x-amz-object-ownership") is { } ownership)
        {
            documents["ownershipControls"] = $"<OwnershipControls><Rule><ObjectOwnership>{ownership}</ObjectOwnership></Rule></OwnershipControls>";
            if (ownership is not ("BucketOwnerEnforced" or "BucketOwnerPreferred" or "ObjectWriter"))
            {
                throw S3Errors.InvalidArgument("Invalid x-amz-object-ownership header");
            }
        }

        var configured = created with { Documents = documents };
        if (IsEnforced(configured) && (request.Header(CannedHeader) is not (null or "private") || HasGrants(request)))
        {
            throw new AwsServiceException(
                "InvalidBucketAclWithObjectOwnership",
                "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
        }

        if (Sent(request, configured).Grants is { Length: > 0 } grants)
        {
            documents[Parameter] = S3Xml.Text(Document(grants));
        }

        return configured;
    }

    /// <summary>What the headers of a request grant besides the owner's full control, by the name of a list (null for the owner's own) or one by one.</summary>
    private static (string? Canned, XElement[] Grants) Sent(S3Request request, BucketConfiguration bucket)
    {
        var canned = request.Header(CannedHeader);
        var hasGrants = HasGrants(request);
        if (canned is not null && hasGrants)
        {
            throw S3Errors.InvalidRequest("Specifying both Canned ACLs and Header Grants is not allowed");
        }

        var known = canned is null ? [] : Canned.GetValueOrDefault(canned);
        if (canned != ExecRead && (known is null || (canned == LogDeliveryWrite && request.Key is not null)))
        {
            throw S3Errors.InvalidArgument($"'{canned}' is no canned access control list of {(request.Key is null ? "a bucket" : "an object")}");
        }

        if (IsEnforced(bucket) && (hasGrants || known is not []))
        {
            throw NotSupported();
        }

        if (known is null)
        {
            throw S3Errors.NotImplemented($"the canned access control list {ExecRead}: there is no EC2 that it would let read");
        }

        var grants = hasGrants ? Granted(request).ToArray() : [.. known.Select(Grant)];
        return bucket.PublicAccessBlock is { BlockPublicAcls: true } && grants.Any(IsPublic)
            ? throw S3Errors.AccessDenied("Access Denied")
            : (known is [] ? null : canned, grants);
    }

    private static bool HasGrants(S3Request request) => GrantHeaders.Keys.Any(x => request.Header(x) is not null);

    private static bool IsEnforced(BucketConfiguration bucket)
        => BucketSetting.All["ownershipControls"].Of(bucket)?.Contains("BucketOwnerEnforced", StringComparison.Ordinal) == true;

    /// <summary>A bucket that owns its objects has no lists, and one may ignore those that are public:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html</summary>
    private static bool Count(BucketConfiguration bucket) => !IsEnforced(bucket) && bucket.PublicAccessBlock is not { IgnorePublicAcls: true };

    private static IEnumerable<XElement> GrantsOf(XElement document) => document.All("AccessControlList").SelectMany(x => x.All("Grant"));

    private static AwsServiceException NotSupported() => new("AccessControlListNotSupported", "The bucket does not allow ACLs");

    private static XElement Grant((string Group, string Permission) grant)
        => Grant(Grantee("Group", S3Xml.Element("URI", grant.Group)), grant.Permission);

    private static XElement Grant(XElement grantee, string permission) => S3Xml.Element("Grant", grantee, S3Xml.Element("Permission", permission));

    private static XElement Grantee(string type, params object[] content)
        => S3Xml.Element("Grantee", [new XAttribute(XNamespace.Xmlns + "xsi", Instance), new XAttribute(Instance + "type", type), .. content]);

    private static bool IsPublic(XElement grant)
        => UriOf(grant) is AllUsers or AuthenticatedUsers;

    /// <summary>Of the group that gets something; null for a user.</summary>
    private static string? UriOf(XElement grant) => grant.All("Grantee").First().Value("URI");

    /// <summary>Headers like <c>x-amz-grant-read: uri="…", id="…"</c>.</summary>
    private static IEnumerable<XElement> Granted(S3Request request)
    {
        foreach (var (header, permission) in GrantHeaders)
        {
            foreach (var grantee in request.Header(header)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                yield return grantee.Split('=', 2) switch
                {
                    ["uri", var uri] when uri.Trim('"') is AllUsers or AuthenticatedUsers or LogDelivery => Grant((uri.Trim('"'), permission)),
                    ["uri", _] => throw S3Errors.InvalidArgument("Invalid group uri"),
                    ["id", var id] => Grant(Grantee("CanonicalUser", S3Xml.Element("ID", id.Trim('"'))), permission),
                    _ => throw S3Errors.InvalidArgument($"The grantee {grantee} is not supported; name a uri or an id"),
                };
            }
        }
    }

    private static async Task<XElement?> BodyAsync(S3Request request)
    {
        if (request.Context.Request.ContentLength is null or 0)
        {
            return null;
        }

        var document = await S3Xml.ReadAsync(request, Shape.Name);
        return Shape.Fits(document) ? document : throw S3Errors.MalformedXml();
    }

    private bool IsOwners(XElement grant) => grant.All("Grantee").First().Value("ID") == listings.OwnerId && grant.Value("Permission") == "FULL_CONTROL";

    private XElement Document(IEnumerable<XElement> grants)
    {
        var owner = Grantee("CanonicalUser", listings.Owner("Owner").Elements());
        return S3Xml.Element("AccessControlPolicy",
            listings.Owner("Owner"),
            S3Xml.Element("AccessControlList", grants.Prepend(Grant(owner, "FULL_CONTROL"))));
    }
}
