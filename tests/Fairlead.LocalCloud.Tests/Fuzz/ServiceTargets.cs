using Fairlead.Testing.Fuzzing;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>The services of the local cloud, from the request's body to the answer. What would fill the state is left out.</summary>
internal static class ServiceTargets
{
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
        .. new (string Operation, string Seed)[]
        {
            ("RegisterTaskDefinition", Definition),
            ("CreateService", Service),
            (
                "UpdateService",
                """{"cluster":"shop","service":"api","taskDefinition":"api:1","desiredCount":0,"deploymentConfiguration":{"maximumPercent":150}}"""),
            ("RunTask", Task),
        }.Select(x => CloudTarget.Utf8($"ecs {x.Operation}", body => cloud.Ecs(x.Operation, body), x.Seed)),
        CloudTarget.Json(
            cloud,
            "ecr",
            "PutLifecyclePolicy",
            """{"repositoryName":"shop","lifecyclePolicyText":"{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"tagged\","""
                + """\"tagPrefixList\":[\"v\"],\"countType\":\"imageCountMoreThan\",\"countNumber\":3},\"action\":{\"type\":\"expire\"}}]}"}"""),
        CloudTarget.Json(
            cloud,
            "ecr",
            "SetRepositoryPolicy",
            """{"repositoryName":"shop","policyText":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\"}]}"}"""),

        // There is no content of an image: it is refused for that, in words.
        CloudTarget.Json(
            cloud,
            "ecr",
            "PutImage",
            """{"repositoryName":"shop","imageTag":"a","imageManifest":"{\"schemaVersion\":2,\"config\":{}}"}""") with { RefusesAll = true },
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
