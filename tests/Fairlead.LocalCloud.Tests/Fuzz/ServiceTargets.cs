using Fairlead.Testing.Fuzzing;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>The services of the local cloud, from the request's body to the answer. What would fill the state is left out.</summary>
internal static class ServiceTargets
{
    public static IReadOnlyList<FuzzTarget> Of(FuzzCloud cloud)
    => [
        .. new (string Service, string Operation, string Seed)[]
        {
            ("ecs", "DescribeClusters", """{"clusters":["shop"],"include":["TAGS"]}"""),
            ("ecs", "DescribeServices", """{"cluster":"shop","services":["api"],"include":["TAGS"]}"""),
            ("ecs", "DescribeTasks", """{"cluster":"shop","tasks":["1"]}"""),
            ("ecs", "ListTasks", """{"cluster":"shop","maxResults":10,"desiredStatus":"RUNNING"}"""),
            ("ecs", "ListServices", """{"cluster":"shop","maxResults":10}"""),
            ("ecr", "DescribeRepositories", """{"repositoryNames":["shop"],"maxResults":5}"""),
            ("ecr", "DescribeImages", """{"repositoryName":"shop","filter":{"tagStatus":"TAGGED"},"maxResults":5}"""),
            ("ecr", "BatchGetImage", """{"repositoryName":"shop","imageIds":[{"imageTag":"a","imageDigest":"sha256:1"}],"acceptedMediaTypes":["a"]}"""),
            ("ssm", "GetParametersByPath", """{"Path":"/shop","Recursive":true,"WithDecryption":true,"MaxResults":5}"""),
            ("secretsmanager", "GetSecretValue", """{"SecretId":"shop","VersionStage":"AWSCURRENT"}"""),
            ("logs", "DescribeLogGroups", """{"logGroupNamePrefix":"/","limit":5}"""),
            ("logs", "GetLogEvents", """{"logGroupName":"/shop","logStreamName":"a","startTime":1,"limit":3,"startFromHead":true}"""),
            ("logs", "FilterLogEvents", """{"logGroupName":"/shop","logStreamNames":["a"],"filterPattern":"\"a phrase\" -debug","startTime":1,"limit":3}"""),
        }.Select(x => CloudTarget.Json(cloud, x.Service, x.Operation, x.Seed)),
        CloudTarget.Json(
            cloud,
            "ecr",
            "PutLifecyclePolicy",
            """
            {"repositoryName":"shop","lifecyclePolicyText":"{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"untagged\",
            \"countType\":\"imageCountMoreThan\",\"countNumber\":5},\"action\":{\"type\":\"expire\"}}]}"}
            """.ReplaceLineEndings("")),

        // There is no task definition, no service and no content of an image: they are refused for that, in words.
        .. new (string Service, string Operation, string Seed)[]
        {
            ("ecs", "RunTask", """{"cluster":"shop","taskDefinition":"none","count":1,"overrides":{"containerOverrides":[{"name":"a","environment":[]}]}}"""),
            ("ecs", "CreateService", """{"cluster":"shop","serviceName":"api","taskDefinition":"none","desiredCount":1,"loadBalancers":[],"tags":[]}"""),
            ("ecs", "UpdateService", """{"cluster":"shop","service":"api","desiredCount":2,"deploymentConfiguration":{"maximumPercent":200}}"""),
            ("ecr", "PutImage", """{"repositoryName":"shop","imageTag":"a","imageManifest":"{\"schemaVersion\":2,\"config\":{}}"}"""),
        }.Select(x => CloudTarget.Json(cloud, x.Service, x.Operation, x.Seed) with { RefusesAll = true }),
        CloudTarget.Utf8(
            "sts by the query protocol",
            x => cloud.Query("sts", x),
            "Action=GetCallerIdentity&Version=2011-06-15",
            "Action=AssumeRole&RoleArn=arn:aws:iam::000000000000:role/a&RoleSessionName=bob&DurationSeconds=900"),
        CloudTarget.Utf8(
            "elasticloadbalancing by the query protocol",
            x => cloud.Query("elasticloadbalancing", x),
            "Action=DescribeTargetGroups&Version=2015-12-01"),

        // There is no target group.
        CloudTarget.Utf8(
            "elasticloadbalancing DescribeTargetHealth",
            x => cloud.Query("elasticloadbalancing", x),
            "Action=DescribeTargetHealth&TargetGroupArn=a&Targets.member.1.Id=b",
            "Action=DescribeTargetGroups&Names.member.1=a") with { RefusesAll = true },
    ];
}
