using System.Text;
using System.Text.Json.Nodes;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>Parameter Store and Secrets Manager: what is written is taken away again.</summary>
internal static class SecretTargets
{
    private const string Version = "11111111-1111-1111-1111-111111111111";

    public static IReadOnlyList<FuzzTarget> Of(FuzzCloud cloud)
    => [
        Written(
            cloud,
            "ssm",
            "PutParameter",
            "Name",
            "DeleteParameter",
            """{"Name":"/shop/a","Type":"SecureString","Value":"b","Description":"d","KeyId":"alias/aws/ssm","Tier":"Standard","AllowedPattern":"^[a-c]+$"}""",
            """{"Name":"shop.b","Type":"StringList","Value":"a,b","Overwrite":false,"DataType":"text","Tags":[{"Key":"a","Value":"b"}]}"""),
        CloudTarget.Utf8(
            "ssm PutParameter again",
            x => cloud.Json("ssm", "PutParameter", x),
            """{"Name":"/shop/url","Value":"https://shop.example.com","Overwrite":true}"""),
        CloudTarget.Json(
            cloud,
            "ssm",
            "GetParameter",
            """{"Name":"/shop/url","WithDecryption":true}""",
            """{"Name":"arn:aws:ssm:us-east-1:000000000000:parameter/shop/url"}"""),
        CloudTarget.Json(cloud, "ssm", "GetParameters", """{"Names":["/shop/url","other"],"WithDecryption":false}"""),
        CloudTarget.Utf8(
            "ssm GetParametersByPath with filters",
            x => cloud.Json("ssm", "GetParametersByPath", x),
            """{"Path":"/","Recursive":true,"ParameterFilters":[{"Key":"Type","Option":"Equals","Values":["String"]}]}"""),
        CloudTarget.Json(
            cloud,
            "ssm",
            "DescribeParameters",
            """{"ParameterFilters":[{"Key":"Name","Option":"BeginsWith","Values":["/shop"]},{"Key":"tag:a","Values":["b"]}],"MaxResults":5}"""),
        CloudTarget.Json(cloud, "ssm", "GetParameterHistory", """{"Name":"/shop/url","MaxResults":5,"WithDecryption":true}"""),
        CloudTarget.Json(cloud, "ssm", "LabelParameterVersion", """{"Name":"/shop/url","Labels":["live"]}"""),
        CloudTarget.Json(cloud, "ssm", "AddTagsToResource", """{"ResourceType":"Parameter","ResourceId":"/shop/url","Tags":[{"Key":"a","Value":"c"}]}"""),
        CloudTarget.Json(cloud, "ssm", "RemoveTagsFromResource", """{"ResourceType":"Parameter","ResourceId":"/shop/url","TagKeys":["none"]}"""),
        CloudTarget.Json(cloud, "ssm", "DeleteParameters", """{"Names":["none","/other"]}"""),
        Written(
            cloud,
            "secretsmanager",
            "CreateSecret",
            "Name",
            "DeleteSecret",
            $$"""{"Name":"shop/a","SecretString":"b","Description":"d","KmsKeyId":"k","ClientRequestToken":"{{Version}}","Tags":[{"Key":"a","Value":"b"}]}""",
            """{"Name":"shop+b","SecretBinary":"YWJj"}"""),
        CloudTarget.Utf8(
            "secretsmanager PutSecretValue",
            x =>
            {
                var answer = cloud.Json("secretsmanager", "PutSecretValue", x);
                if (!answer.IsRefusal)
                {
                    // A hundred versions of any length are kept, and each request looks through them.
                    cloud.Json("secretsmanager", "DeleteSecret", """{"SecretId":"shop","ForceDeleteWithoutRecovery":true}""").IsRefusal.ShouldBeFalse();
                    cloud.Json("secretsmanager", "CreateSecret", FuzzCloud.Secret).IsRefusal.ShouldBeFalse();
                }

                return answer;
            },
            $$"""{"SecretId":"shop","SecretString":"a","ClientRequestToken":"{{Version}}"}""",
            """{"SecretId":"shop","SecretBinary":"YWJj","VersionStages":["AWSCURRENT","live"]}"""),
        CloudTarget.Json(cloud, "secretsmanager", "UpdateSecret", """{"SecretId":"shop","Description":"d","KmsKeyId":"k"}"""),
        CloudTarget.Json(
            cloud,
            "secretsmanager",
            "BatchGetSecretValue",
            """{"SecretIdList":["shop","none"]}""",
            """{"Filters":[{"Key":"name","Values":["sh","!a"]}],"MaxResults":3}"""),
        CloudTarget.Json(
            cloud,
            "secretsmanager",
            "ListSecrets",
            """{"Filters":[{"Key":"all","Values":["shop a"]},{"Key":"tag-key","Values":["!b"]}],"SortBy":"name","SortOrder":"asc","MaxResults":3}"""),
        CloudTarget.Json(cloud, "secretsmanager", "ListSecretVersionIds", """{"SecretId":"shop","IncludeDeprecated":true,"MaxResults":3}"""),
        CloudTarget.Json(
            cloud,
            "secretsmanager",
            "GetRandomPassword",
            """{"PasswordLength":12,"ExcludeCharacters":"ab","IncludeSpace":true,"RequireEachIncludedType":true}"""),
        CloudTarget.Json(cloud, "secretsmanager", "PutResourcePolicy", """{"SecretId":"shop","ResourcePolicy":"{\"Version\":\"2012-10-17\"}"}"""),
        CloudTarget.Json(cloud, "secretsmanager", "TagResource", """{"SecretId":"shop","Tags":[{"Key":"a","Value":"b"}]}"""),
        CloudTarget.Json(cloud, "secretsmanager", "UntagResource", """{"SecretId":"shop","TagKeys":["none"]}"""),
    ];

    /// <summary>What makes something new, by whose name it is deleted.</summary>
    private static FuzzTarget Written(FuzzCloud cloud, string service, string operation, string name, string delete, params string[] seeds) => CloudTarget.Utf8(
        $"{service} {operation}",
        body =>
        {
            var answer = cloud.Json(service, operation, body);
            if (!answer.IsRefusal)
            {
                var written = JsonNode.Parse(Encoding.UTF8.GetString(body).TrimStart('\uFEFF'))![name]!.GetValue<string>();
                var deletion = new JsonObject { [service == "ssm" ? "Name" : "SecretId"] = written };
                if (service != "ssm")
                {
                    deletion["ForceDeleteWithoutRecovery"] = true;
                }

                cloud.Json(service, delete, deletion.ToJsonString()).IsRefusal.ShouldBeFalse(written);
            }

            return answer;
        },
        seeds);
}
