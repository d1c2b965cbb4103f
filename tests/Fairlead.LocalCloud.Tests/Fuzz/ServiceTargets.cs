using System.Security.Cryptography;
using System.Text;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>The services of the local cloud, from the request's body to the answer. What would fill the state is left out.</summary>
internal static class ServiceTargets
{
    // A service may look through all that it has.
    private const int Memory = 4096;

    private const string Definition = """
        {"family":"shop","networkMode":"awsvpc","requiresCompatibilities":["FARGATE"],"cpu":"256","memory":"512",
         "executionRoleArn":"arn:aws:iam::000000000000:role/run","taskRoleArn":"arn:aws:iam::000000000000:role/shop","volumes":[{"name":"data","host":{}}],
         "containerDefinitions":[
          {"name":"api","image":"127.0.0.1:1/shop:1","portMappings":[{"containerPort":8080,"name":"http","protocol":"tcp"}],
           "environment":[{"name":"A","value":"b"}],"secrets":[{"name":"S","valueFrom":"/shop/s"}],
           "mountPoints":[{"sourceVolume":"data","containerPath":"/data"}],
           "dependsOn":[{"containerName":"db","condition":"HEALTHY"}],"startTimeout":30,"stopTimeout":30,
           "ulimits":[{"name":"nofile","softLimit":1,"hardLimit":2}],
           "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/shop","awslogs-region":"us-east-1","awslogs-stream-prefix":"a"}}},
          {"name":"db","image":"db","healthCheck":{"command":["CMD-SHELL","check"],"interval":5,"timeout":2,"retries":1,"startPeriod":0}}],
         "tags":[{"key":"a","value":"b"}]}
        """;

    private const string Service = """
        {"cluster":"shop","serviceName":"made","taskDefinition":"api","desiredCount":0,"launchType":"EC2","schedulingStrategy":"REPLICA","tags":[],
         "deploymentConfiguration":{"maximumPercent":200,"minimumHealthyPercent":50,"deploymentCircuitBreaker":{"enable":true,"rollback":true}},
         "loadBalancers":[],"propagateTags":"SERVICE","clientToken":"a"}
        """;

    private const string Task = """
        {"cluster":"shop","taskDefinition":"api:1","count":1,"startedBy":"a","group":"g","clientToken":"t","tags":[{"key":"a","value":"b"}],
         "overrides":{"containerOverrides":[{"name":"api","command":["a"],"environment":[{"name":"A","value":"b"}]}]}}
        """;

    public static IReadOnlyList<FuzzTarget> Of(FuzzCloud cloud)
    => [
        .. new (string Service, string Operation, string Seed)[]
        {
            ("ecs", "DescribeClusters", """{"clusters":["shop"],"include":["TAGS"]}"""),
            ("ecs", "DescribeServices", """{"cluster":"shop","services":["api"],"include":["TAGS"]}"""),
            ("ecs", "DescribeTasks", """{"cluster":"shop","tasks":["1"]}"""),
            ("ecs", "ListTasks", """{"cluster":"shop","serviceName":"api","maxResults":10,"nextToken":"a","desiredStatus":"RUNNING"}"""),
            ("ecs", "ListServices", """{"cluster":"shop","maxResults":10}"""),
            ("ecr", "DescribeRepositories", """{"repositoryNames":["shop"],"maxResults":5}"""),
            ("ecr", "DescribeImages", """{"repositoryName":"shop","imageIds":[{"imageTag":"a"}],"filter":{"tagStatus":"TAGGED"}}"""),
            ("ecr", "BatchGetImage", """{"repositoryName":"shop","imageIds":[{"imageTag":"a","imageDigest":"sha256:1"}],"acceptedMediaTypes":["a"]}"""),
            ("ecr", "PutImage", """{"repositoryName":"shop","imageTag":"a","imageManifest":"{\"schemaVersion\":2,\"config\":{}}"}"""),
            ("ssm", "GetParametersByPath", """{"Path":"/shop","Recursive":true,"WithDecryption":true,"MaxResults":5}"""),
            ("secretsmanager", "GetSecretValue", """{"SecretId":"shop","VersionStage":"AWSCURRENT"}"""),
            ("logs", "DescribeLogGroups", """{"logGroupNamePrefix":"/","limit":5,"nextToken":"a"}"""),
            ("logs", "GetLogEvents", """{"logGroupName":"/shop","logStreamName":"a","startTime":1,"limit":3,"startFromHead":true,"nextToken":"f/1"}"""),
            ("logs", "FilterLogEvents", """{"logGroupName":"/shop","logStreamNames":["a"],"filterPattern":"error","startTime":1,"limit":3}"""),
        }.Select(x => FuzzTarget.Utf8($"{x.Service} {x.Operation}", body => cloud.Json(x.Service, x.Operation, body), x.Seed) with { MemoryPerByte = Memory }),
        .. new (string Operation, string Seed)[]
        {
            ("RegisterTaskDefinition", Definition),
            ("CreateService", Service),
            (
                "UpdateService",
                """{"cluster":"shop","service":"api","taskDefinition":"api:1","desiredCount":0,"deploymentConfiguration":{"maximumPercent":150}}"""),
            ("RunTask", Task),
        }.Select(x => Accepted($"ecs {x.Operation} that is carried out", body => cloud.Ecs(x.Operation, body), x.Seed)),
        Accepted(
            "ecr PutLifecyclePolicy that is kept",
            x => cloud.Json("ecr", "PutLifecyclePolicy", x),
            """{"repositoryName":"shop","lifecyclePolicyText":"{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"tagged\","""
                + """\"tagPrefixList\":[\"v\"],\"countType\":\"imageCountMoreThan\",\"countNumber\":3},\"action\":{\"type\":\"expire\"}}]}"}"""),
        Accepted(
            "ecr SetRepositoryPolicy that is kept",
            x => cloud.Json("ecr", "SetRepositoryPolicy", x),
            """{"repositoryName":"shop","policyText":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\"}]}"}"""),
        FuzzTarget.Utf8(
            "sts by the query protocol",
            x => Require(cloud.Query("sts", x)),
            "Action=GetCallerIdentity&Version=2011-06-15",
            "Action=AssumeRole&RoleArn=arn:aws:iam::000000000000:role/a&RoleSessionName=bob&DurationSeconds=900").RefusesWith<HttpRequestException>() with
        {
            MemoryPerByte = Memory,
        },
        Form(
            cloud,
            "elasticloadbalancing",
            "Action=DescribeTargetHealth&TargetGroupArn=a&Targets.member.1.Id=b",
            "Action=DescribeTargetGroups&Names.member.1=a"),
        FuzzTarget.Utf8(
            "S3 DeleteObjects",
            x => Require(cloud.S3("POST", "/shop-site?delete", x, ("Content-MD5", Md5(x)))),
            "<Delete><Quiet>true</Quiet><Object><Key>a</Key><VersionId>null</VersionId></Object></Delete>").RefusesWith<HttpRequestException>() with
        {
            MemoryPerByte = Memory,
        },
        S3(cloud, "PutBucketVersioning", "PUT", "/shop-site?versioning", "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>"),
        S3(cloud, "PutBucketTagging", "PUT", "/shop-site?tagging", "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"),
        S3(cloud, "PutBucketPolicy", "PUT", "/shop-site?policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject"}]}"""),
        S3(cloud, "PutObjectTagging", "PUT", "/shop-site/index.html?tagging", "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"),
        S3(
            cloud,
            "CompleteMultipartUpload",
            "POST",
            "/shop-site/a?uploadId=none",
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\"a\"</ETag></Part></CompleteMultipartUpload>"),
        FuzzTarget.Utf8(
            "S3 aws-chunked",
            x => cloud.S3(
                "PUT",
                "/shop-site/chunked",
                x,
                ("Content-Encoding", "aws-chunked"),
                ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
                ("x-amz-trailer", "x-amz-checksum-crc32"),
                ("x-amz-decoded-content-length", "5")),
            "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n") with { MemoryPerByte = Memory },
        FuzzTarget.Text(
            "S3 query",
            x => cloud.S3("GET", $"/shop-site?{Escaped(x)}"),
            "list-type=2&prefix=a&delimiter=/&max-keys=3&continuation-token=YQ&start-after=b&encoding-type=url",
            "versions&key-marker=a&version-id-marker=b",
            "uploads&max-uploads=2&key-marker=a&upload-id-marker=b") with { MemoryPerByte = Memory },
        FuzzTarget.Text(
            "S3 headers",
            x => cloud.S3("GET", "/shop-site/index.html", [], Headers(x)),
            "Range: bytes=0-3\nIf-None-Match: \"a\", W/\"b\"\nIf-Modified-Since: Sat, 21 Nov 2026 12:00:00 GMT\nx-amz-expected-bucket-owner: 000000000000") with
        {
            MemoryPerByte = Memory,
        },
        FuzzTarget.Text(
            "S3 copy source",
            x => cloud.S3("PUT", "/shop-site/copy", [], ("x-amz-copy-source", x.ReplaceLineEndings(" "))),
            "/shop-site/index.html",
            "shop-site/index.html?versionId=null") with { MemoryPerByte = Memory },
        FuzzTarget.Text(
            "Edge",
            x => cloud.Edge(x.Split('\n')[0], $"/{Escaped(x)}"),
            "shop.localhost:4602\n/index.html?a=b",
            "localhost\n/",
            "[::1]:80\n/a") with { MemoryPerByte = Memory },
    ];

    /// <summary>A request that is to be carried out: a seed that is refused fails the test.</summary>
    private static FuzzTarget Accepted(string name, Func<byte[], int> send, string seed)
        => FuzzTarget.Utf8(name, x => Require(send(x)), seed).RefusesWith<HttpRequestException>() with { MemoryPerByte = Memory };

    private static FuzzTarget Form(FuzzCloud cloud, string service, params string[] seeds)
        => FuzzTarget.Utf8($"{service} by the query protocol", x => cloud.Query(service, x), seeds) with { MemoryPerByte = Memory };

    private static FuzzTarget S3(FuzzCloud cloud, string operation, string method, string target, string seed)
        => FuzzTarget.Utf8($"S3 {operation}", x => cloud.S3(method, target, x), seed) with { MemoryPerByte = Memory };

    // A seed has to get as far as what it is to test.
    private static void Require(int status)
    {
        if (status >= 300)
        {
            throw new HttpRequestException($"It was answered with {status}.");
        }
    }

    private static string Md5(byte[] body) => Convert.ToBase64String(MD5.HashData(body));

    // As a server takes it: no control characters, nothing beyond ASCII.
    private static string Escaped(string text)
        => string.Concat(Encoding.UTF8.GetBytes(text).Select(x => x is > 32 and < 127 ? ((char)x).ToString() : $"%{x:X2}"));

    private static (string Name, string Value)[] Headers(string text)
        => [.. text.Split('\n').Select(x => x.Split(": ", 2)).Where(x => x is [{ Length: > 0 }, _]).Select(x => (x[0], x[1].Trim()))];
}
