using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;
using static Fairlead.LocalCloud.SecretsManager.SecretAnswers;

namespace Fairlead.LocalCloud.SecretsManager;

/// <summary>The Secrets Manager API (https://docs.aws.amazon.com/secretsmanager/latest/apireference/).</summary>
internal sealed class SecretsManagerService : IAwsService
{
    private const int UsualWindow = 30;

    private const int ShortestWindow = 7;

    private const string InvalidToken = "InvalidNextTokenException";

    private readonly Dictionary<string, Func<JsonObject, JsonObject>> _operations;
    private readonly SecretStore _secrets;

    public SecretsManagerService(SecretStore secrets)
    {
        _secrets = secrets;
        _operations = new(StringComparer.Ordinal)
        {
            ["CreateSecret"] = Create,
            ["PutSecretValue"] = PutValue,
            ["UpdateSecret"] = Update,
            ["UpdateSecretVersionStage"] = UpdateStage,
            ["GetSecretValue"] = GetValue,
            ["BatchGetSecretValue"] = GetValues,
            ["DescribeSecret"] = request => _secrets.Read(request.SecretId(), x => Describe(x, "VersionIdsToStages")),
            ["ListSecrets"] = List,
            ["ListSecretVersionIds"] = ListVersions,
            ["DeleteSecret"] = Delete,
            ["RestoreSecret"] = Restore,
            ["TagResource"] = Tag,
            ["UntagResource"] = Untag,
            ["GetRandomPassword"] = request => new JsonObject { ["RandomPassword"] = RandomPassword.Create(request) },
            ["PutResourcePolicy"] = PutPolicy,
            ["GetResourcePolicy"] = GetPolicy,
            ["DeleteResourcePolicy"] = DeletePolicy,
        };
    }

    public string SigningName => "secretsmanager";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var name = AwsJson.Operation(context.Request);
            var operation = _operations.GetValueOrDefault(name) ?? throw new AwsServiceException(
                "UnknownOperationException",
                $"The local cloud's Secrets Manager has no operation '{name}': no rotation and no replicas.");
            await AwsJson.WriteAsync(context, operation(await AwsJson.ReadObjectAsync(context)));
        }
        catch (AwsServiceException exception)
        {
            await AwsJson.WriteErrorAsync(context, exception);
        }
    }

    private JsonObject Create(JsonObject request)
    {
        var (name, id, value, now) = (request.NewName(), request.NewVersionId(), request.Value(), _secrets.Now);
        var tags = ReadTags(request);
        if (request.Structures("AddReplicaRegions").Any())
        {
            throw new AwsServiceException("InvalidParameterException", "The local cloud has one region: make the secret without AddReplicaRegions.");
        }

        return _secrets.Add(
            name,
            arn =>
            {
                var secret = new SecretRecord
                {
                    Name = name,
                    Arn = arn,
                    CreatedAt = now,
                    ChangedAt = now,
                    Description = request.BoundedText("Description", 0, 2048),
                    KmsKeyId = request.BoundedText("KmsKeyId", 0, 2048),
                    Tags = new SortedDictionary<string, string>(tags.ToDictionary(), StringComparer.Ordinal),
                };
                CheckTags(secret);
                return (secret, Named(secret, value is null ? null : secret.AddVersion(id, value, [SecretRecord.Current], now)));
            },
            known =>
            {
                if (known.DeletedAt is not null)
                {
                    throw new AwsServiceException(
                        "InvalidRequestException",
                        "You can't create this secret because a secret with this name is already scheduled for deletion.");
                }

                // The repeated request of a client that did not get the answer to its first one.
                return value is not null && known.Versions.Exists(x => x.Id == id)
                    ? Named(known, known.AddVersion(id, value, [SecretRecord.Current], now))
                    : throw new AwsServiceException("ResourceExistsException", $"The operation failed because the secret {name} already exists.");
            });
    }

    private JsonObject PutValue(JsonObject request)
    {
        var value = request.Value() ?? throw new AwsServiceException("InvalidRequestException", "You must provide either SecretString or SecretBinary.");
        var (id, stages) = (request.NewVersionId(), request["VersionStages"] is null ? [SecretRecord.Current] : request.RequiredTexts("VersionStages", 20));
        return _secrets.Change(request.SecretId(), x =>
        {
            var version = x.AddVersion(id, value, stages, _secrets.Now);
            var answer = Named(x, version);
            answer["VersionStages"] = Texts(version.Stages);
            return answer;
        });
    }

    private JsonObject Update(JsonObject request)
    {
        var (id, value) = (request.NewVersionId(), request.Value());
        return _secrets.Change(request.SecretId(), x =>
        {
            x.Description = request.BoundedText("Description", 0, 2048) ?? x.Description;
            x.KmsKeyId = request.BoundedText("KmsKeyId", 0, 2048) ?? x.KmsKeyId;
            x.ChangedAt = _secrets.Now;
            return Named(x, value is null ? null : x.AddVersion(id, value, [SecretRecord.Current], _secrets.Now));
        });
    }

    private JsonObject UpdateStage(JsonObject request)
    {
        var stage = request.RequiredText("VersionStage", 256);
        return _secrets.Change(request.SecretId(), x =>
        {
            x.MoveStage(stage, request.VersionId("RemoveFromVersionId"), request.VersionId("MoveToVersionId"), _secrets.Now);
            return Named(x);
        });
    }

    private JsonObject GetValue(JsonObject request)
        => Value(_secrets.Get(request.SecretId(), request.VersionId(), request.BoundedText("VersionStage", 1, 256)));

    private JsonObject GetValues(JsonObject request)
    {
        var isListed = request["SecretIdList"] is not null;
        if (isListed == request["Filters"] is not null)
        {
            throw new AwsServiceException("InvalidParameterException", "Either 'SecretIdList' or 'Filters' must be provided, but not both.");
        }

        if (isListed && request["MaxResults"] is not null)
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.");
        }

        var filters = SecretFilter.Read(request);
        var page = isListed
            ? new Page<string>(request.RequiredTexts("SecretIdList", 20), null)
            : PagerOf("values", request, maximum: 20).Cut(
                _secrets.ReadAll(x => x
                    .Where(s => s.DeletedAt is null && filters.All(f => f.Passes(s)))
                    .Select(s => s.Arn)
                    .ToArray()),
                x => x);
        var (values, errors) = (new JsonArray(), new JsonArray());
        foreach (var secretId in page.Items)
        {
            try
            {
                values.Add(Value(_secrets.Get(secretId, null, null)));
            }
            catch (AwsServiceException exception)
            {
                errors.Add(new JsonObject { ["SecretId"] = secretId, ["ErrorCode"] = exception.Code, ["Message"] = exception.Message });
            }
        }

        return WithToken(page.NextToken, new JsonObject { ["SecretValues"] = values, ["Errors"] = errors });
    }

    private JsonObject List(JsonObject request)
    {
        var filters = SecretFilter.Read(request);
        var sortBy = request.OneOf("SortBy", "created-date", "last-accessed-date", "last-changed-date", "name") ?? "created-date";
        var ascending = request.OneOf("SortOrder", "asc", "desc") is { } order ? order == "asc" : sortBy == "name";
        return _secrets.ReadAll(secrets =>
        {
            var found = secrets.Where(x => (x.DeletedAt is null || request.Flag("IncludePlannedDeletion") == true) && filters.All(f => f.Passes(x)));
            var page = PagerOf($"secrets by {sortBy} {ascending}", request, maximum: 100).Cut(found, Key, descending: !ascending);
            return WithToken(
                page.NextToken,
                new JsonObject { ["SecretList"] = new JsonArray([.. page.Items.Select(x => (JsonNode)Describe(x, "SecretVersionsToStages"))]) });
        });

        string Key(SecretRecord secret) => sortBy switch
        {
            "name" => secret.Name,
            "last-changed-date" => Sortable(secret.ChangedAt, secret.Arn),
            "last-accessed-date" => Sortable(secret.AccessedAt ?? DateTimeOffset.MinValue, secret.Arn),
            _ => Sortable(secret.CreatedAt, secret.Arn),
        };
    }

    private JsonObject ListVersions(JsonObject request) => _secrets.Read(request.SecretId(), x =>
    {
        var page = PagerOf($"versions {x.Arn}", request, maximum: 100).Cut(
            x.Versions.Where(v => v.Stages.Count > 0 || request.Flag("IncludeDeprecated") == true),
            Key);
        var answer = Named(x);
        answer["Versions"] = new JsonArray([.. page.Items.Select(v => (JsonNode)new JsonObject
        {
            ["VersionId"] = v.Id,
            ["VersionStages"] = Texts(v.Stages),
            ["CreatedDate"] = Seconds(v.CreatedAt),
        })]);
        return WithToken(page.NextToken, answer);

        static string Key(SecretVersion version) => Sortable(version.CreatedAt, version.Id);
    });

    private JsonObject Delete(JsonObject request)
    {
        var (secretId, window) = (request.SecretId(), request.LongNumber("RecoveryWindowInDays"));
        var isForced = request.Flag("ForceDeleteWithoutRecovery") ?? false;
        if (isForced && window is not null)
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }

        if (window is < ShortestWindow or > UsualWindow)
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                $"The RecoveryWindowInDays value must be between {ShortestWindow} and {UsualWindow} days (inclusive).");
        }

        return isForced ? Forget(secretId) : _secrets.ChangeAny(secretId, x =>
        {
            (x.DeletedAt, x.GoneAt) = (SecretStore.InUse(x).DeletedAt ?? _secrets.Now, _secrets.Now.AddDays(window ?? UsualWindow));
            var answer = Named(x);
            answer["DeletionDate"] = Seconds(x.GoneAt.Value);
            return answer;
        });
    }

    /// <summary>A secret that is not there is no error, as the API reference says: a repeated request answers as the first.</summary>
    private JsonObject Forget(string secretId)
    {
        var answer = _secrets.Forget(secretId) is { } secret ? Named(secret) : new JsonObject { ["ARN"] = secretId, ["Name"] = secretId };
        answer["DeletionDate"] = Seconds(_secrets.Now);
        return answer;
    }

    private JsonObject Restore(JsonObject request) => _secrets.ChangeAny(request.SecretId(), x =>
    {
        (x.DeletedAt, x.GoneAt) = (null, null);
        return Named(x);
    });

    private JsonObject Tag(JsonObject request)
    {
        var added = ReadTags(request);
        return _secrets.Change(request.SecretId(), x =>
        {
            foreach (var (key, value) in added)
            {
                x.Tags[key] = value;
            }

            CheckTags(x);
            return new JsonObject();
        });
    }

    private JsonObject Untag(JsonObject request)
    {
        var keys = request.Texts("TagKeys");
        return _secrets.Change(request.SecretId(), x =>
        {
            foreach (var key in keys)
            {
                x.Tags.Remove(key);
            }

            return new JsonObject();
        });
    }

    private JsonObject PutPolicy(JsonObject request)
    {
        var policy = request.Policy();
        return _secrets.Change(request.SecretId(), x =>
        {
            x.ResourcePolicy = policy;
            return Named(x);
        });
    }

    private JsonObject GetPolicy(JsonObject request) => _secrets.Read(request.SecretId(), x =>
    {
        var answer = Named(SecretStore.InUse(x));
        if (x.ResourcePolicy is { } policy)
        {
            answer["ResourcePolicy"] = policy;
        }

        return answer;
    });

    private JsonObject DeletePolicy(JsonObject request) => _secrets.Change(request.SecretId(), x =>
    {
        x.ResourcePolicy = null;
        return Named(x);
    });

    private static IReadOnlyDictionary<string, string> ReadTags(JsonObject request) => ResourceTags.Read(request, "InvalidParameterException");

    private static void CheckTags(SecretRecord secret)
    {
        if (secret.Tags.Count > ResourceTags.Maximum)
        {
            throw new AwsServiceException("InvalidParameterException", $"A secret can have {ResourceTags.Maximum} tags.");
        }
    }

    private static Pager PagerOf(string list, JsonObject request, int maximum)
        => Pager.Of($"secretsmanager {list}", request.Text("NextToken"), request.PageSize(maximum), InvalidToken, "The specified token is not valid.");
}
