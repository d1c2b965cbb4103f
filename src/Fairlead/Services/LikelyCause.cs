using System.Text.RegularExpressions;
using Fairlead.Releases;

namespace Fairlead.Services;

/// <summary>Finds the likeliest cause in evidence that ECS, the load balancer and the program themselves wrote. Pure.</summary>
/// <remarks>
/// Where the texts come from: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html,
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
/// </remarks>
internal static partial class LikelyCause
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Characters. Events and reasons have some hundreds, a line of a log may have as many as it likes. The patterns look for a word behind another one, which
    // takes the square of the length where the first stands again and again.
    private const int MostOfALine = 4096;

    private const string NoAnswer
        = "(?:i/o timeout|context deadline exceeded|RequestCanceled|request canceled|connection refused|no such host|connection issue)";

    private const string NoRoute = "the tasks' subnets have no route to it (a public IP, a NAT gateway or VPC endpoints)";

    // What lies deeper comes first: a program that cannot be executed also exits at once, and one that exits also fails its health check.
    private static readonly Rule[] Rules =
    [
        new(
            Source.Everything,
            "exec format error",
            _ => "The image is built for another CPU architecture than the tasks run on: its program cannot be executed (exec format error)."),
        new(
            Source.Platform,
            "descriptor matching platform '(?<x>[^']+)'|no matching manifest for (?<x>[^ ]+)|descriptor for platform {(?<x>[^}]+)}",
            x => $"The image is not built for the tasks' platform {x}: build it for that, or set another runtime platform in the task definition."),

        new(Source.Platform, $"(?:ecr registry auth|registry auth from).*{NoAnswer}", _ => $"The image cannot be pulled from ECR: {NoRoute}."),
        new(
            Source.Platform,
            "ecr:GetAuthorizationToken|ecr registry auth.*AccessDenied",
            _ => "The image cannot be pulled: the task execution role may not log in to ECR (ecr:GetAuthorizationToken)."),
        new(
            Source.Platform,
            $"(?:unable to retrieve secret|secrets manager|ssm).*{NoAnswer}",
            _ => $"A secret cannot be read from Secrets Manager or Parameter Store: {NoRoute}."),
        new(
            Source.Platform,
            "not authorized to perform: (?:secretsmanager|ssm):[A-Za-z]+ on resource: (?<x>[^ ]+)",
            x => $"A secret cannot be read: the task execution role may not read {x}."),
        new(
            Source.Platform,
            "Access to KMS is not allowed|not authorized to perform: kms:Decrypt",
            _ => "A secret cannot be read: the task execution role may not decrypt it with its KMS key (kms:Decrypt)."),
        new(
            Source.Platform,
            "failed to fetch secret (?<x>[^ ]+) from secrets manager: ResourceNotFoundException|invalid (?:ssm )?parameters: (?<x>[^ ]+)",
            x => $"A secret cannot be read: there is no {x}."),
        new(Source.Platform, "did not contain json key (?<x>[^ ]+)", x => $"A secret cannot be read: it has no JSON key {x}."),
        new(Source.Platform, "unable to retrieve secret|cannot pull secrets", _ => "A secret cannot be read; the stopped task says why."),
        new(
            Source.Platform,
            "log group does not exist",
            _ => "The log of the tasks cannot be written: the log group that the task definition names does not exist."),
        new(
            Source.Platform,
            "failed to validate logger args|failed to create Cloudwatch log stream|failed to initialize logging driver",
            _ => "The log of the tasks cannot be written; the stopped task says why."),
        new(
            Source.Platform,
            "unable to assume the role '?(?<x>[^' ]+)",
            x => $"ECS may not assume the role {x}: it does not exist, or does not trust ecs-tasks.amazonaws.com."),
        new(Source.Platform, "EFS utils|EFS volume|mount.nfs", _ => "A file system of the task definition cannot be mounted; the stopped task says why."),

        new(Source.Platform, $"CannotPullContainerError.*{NoAnswer}", _ => $"The image cannot be pulled from its registry: {NoRoute}."),
        new(
            Source.Platform,
            "CannotPullContainerError.*toomanyrequests",
            _ => "The image cannot be pulled: the registry limits how often this address may pull."),
        new(Source.Platform, "CannotPullContainerError.*no space left on device", _ => "The image cannot be pulled: it does not fit the tasks' disk."),
        new(
            Source.Platform,
            "CannotPullContainerError.*(?:403 Forbidden|AccessDenied|not authorized|no basic auth|access denied|: denied)",
            _ => "The image cannot be pulled: the task execution role may not read the repository."),
        new(
            Source.Platform,
            """CannotPullContainerError.*?failed to resolve ref(?:erence)? \\?"?(?<x>[^ "\\]+?)\\?"?: (?:.* )?not found|manifest for (?<x>[^ ]+) not found""",
            x => $"The image was not found: there is no {x} in the registry."),
        new(
            Source.Platform,
            "CannotPullContainerError.*(?:not found|manifest unknown|does not exist)",
            _ => "The image was not found in its registry."),
        new(Source.Platform, "CannotPullContainerError", _ => "The image cannot be pulled; the stopped task says why."),

        new(
            Source.Platform,
            "OutOfMemoryError|Container killed due to memory usage",
            _ => "The container ran out of memory and was killed: it needs more than the task definition gives it."),

        new(
            Source.Platform,
            """exec: \\?"(?<x>[^"\\]+)\\?".*(?:not found|no such file or directory)""",
            x => $"The image has no program {x}: its command or entry point is wrong."),
        new(Source.Platform, """exec: \\?"(?<x>[^"\\]+)\\?".*permission denied""", x => $"The image's program {x} may not be executed (permission denied)."),
        new(Source.Platform, "CannotStartContainerError", _ => "The container cannot be started; the stopped task says why."),

        new(
            Source.Platform,
            "Capacity is unavailable at this time",
            _ => "AWS has no capacity for the tasks at this time: other subnets, another size, or a later run may find some."),
        new(
            Source.Platform,
            "You've reached the limit on the number of (?<x>[A-Za-z]+)",
            x => $"No capacity: the account's quota of {x} that run at a time is used up."),
        new(Source.Platform, "No Container Instances were found", _ => "No capacity: the cluster has no container instance to run the tasks on."),
        new(
            Source.Platform,
            "RESOURCE:(?<x>[A-Z]+)|insufficient (?<x>CPU|memory)|enough (?<x>CPU|memory)",
            x => $"No capacity: no container instance has enough {Resource(x)} free for a task."),
        new(
            Source.Platform,
            "no container instance met all of its requirements",
            _ => "No capacity: no container instance meets the requirements of a task."),
        new(
            Source.Platform,
            "requested (?<x>CPU|MEMORY) configuration is above the limit",
            x => $"No capacity: a task wants more {Resource(x)} than one can have."),

        new(Source.Health, @"(?:failed with these codes|Codes): \[(?<x>[0-9]{3})", HealthCode),
        new(
            Source.Health,
            "reason Request timed out|Target.Timeout",
            _ => "The health check is not answered in time: a security group keeps the load balancer out, or the service is slow."),
        new(
            Source.Platform,
            "Task failed container health checks",
            _ => "The container's own health check fails: the command that the task definition names for it."),

        new(
            Source.Tasks,
            "Essential container in task exited;.*exit code (?<x>139|134)",
            x => $"The program crashes (exit code {x}: {(x == "139" ? "segmentation fault" : "aborted")})."),
        new(
            Source.Tasks,
            "Essential container in task exited;.*exit code 137",
            _ => "The program was killed (exit code 137), as is one that uses more memory than it may."),
        new(
            Source.Tasks,
            @"Essential container in task exited;.*exit code 0\b",
            _ => "The program ends by itself (exit code 0): what a service runs must not end."),
    ];

    private enum Source
    {
        Everything,
        Platform,
        Health,
        Tasks,
    }

    /// <summary>The likeliest cause in one sentence; null when the evidence points to none. Of a long line the beginning counts.</summary>
    public static string? Of(WhyBlock evidence)
    {
        var why = new WhyBlock(
            Beginnings(evidence.ServiceEvents), Beginnings(evidence.StoppedTasks), Beginnings(evidence.TargetHealth), Beginnings(evidence.LogLines));
        string[] platform = [.. why.StoppedTasks, .. why.ServiceEvents];
        string[] health = [.. why.TargetHealth, .. why.ServiceEvents];
        foreach (var rule in Rules)
        {
            var lines = rule.Source switch
            {
                Source.Platform => platform,
                Source.Health => health,
                Source.Tasks => why.StoppedTasks,
                _ => [.. platform, .. why.LogLines],
            };
            if (lines.Select(line => rule.Pattern.Match(line)).FirstOrDefault(match => match.Success) is { } match)
            {
                return rule.Sentence(match.Groups["x"].Value.Trim('[', ']').TrimEnd('.', ',', ':')) + (rule.Source == Source.Health ? Asked(why) : "");
            }
        }

        return Exit(why) ?? NotListening(why);
    }

    /// <summary>The evidence with its likeliest cause.</summary>
    public static WhyBlock Conclude(WhyBlock why) => why with { LikelyCause = Of(why) };

    private static string[] Beginnings(IEnumerable<string> lines) => [.. lines.Select(x => x.Length <= MostOfALine ? x : x[..MostOfALine])];

    private static string HealthCode(string code) => $"The health check is answered {code}" + code switch
    {
        "404" => ": the service has nothing at the path that is asked.",
        "401" or "403" => ": the path that is asked wants a login.",
        "400" => ": the service does not accept the host name that the load balancer sends.",
        _ when code[0] == '3' => ": the path that is asked redirects, and the load balancer follows no redirects.",
        _ when code[0] == '5' => ": the service is up and has an error of its own.",
        _ => ".",
    };

    // "… (health check: HTTP /api/health on port 8080, healthy when 200)" is what the evidence says of a target group.
    private static string Asked(WhyBlock why)
        => why.TargetHealth.Select(line => HealthCheck().Match(line)).FirstOrDefault(match => match.Success) is { } match
            ? $" The health check is {match.Groups["x"].Value}."
            : "";

    private static string? Exit(WhyBlock why)
    {
        var codes = why.StoppedTasks
            .Select(line => ExitCode().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["x"].Value)
            .Distinct()
            .ToList();
        return codes.Count == 0
            ? null
            : $"The program exits at once with exit code {string.Join(" or ", codes)}; "
                + (why.LogLines.Count > 0 ? "its last lines say why." : "it wrote nothing that was kept.");
    }

    private static string? NotListening(WhyBlock why)
    {
        if (why.ServiceEvents.Concat(why.TargetHealth).Select(line => Unanswered().Match(line)).FirstOrDefault(match => match.Success) is not { } match)
        {
            return null;
        }

        var port = match.Groups["port"].Value;
        var listens = why.LogLines.Select(line => Listening().Match(line)).FirstOrDefault(found => found.Success)?.Groups["x"].Value;
        return listens is not null && port.Length > 0 && listens != port
            ? $"The service listens on port {listens}, and the load balancer asks port {port}."
            : $"Nothing answers on {(port.Length > 0 ? $"port {port}" : "the port that the load balancer asks")}: the service listens on another one, "
                + $"on 127.0.0.1 only, or not yet.{Asked(why)}";
    }

    private static string Resource(string name) => name.ToUpperInvariant() switch
    {
        "CPU" => "CPU",
        "MEMORY" => "memory",
        "ENI" => "network interfaces",
        "PORTS" => "ports",
        "GPU" => "GPUs",
        _ => name,
    };

    [GeneratedRegex(@"\(health check: (?<x>[^)]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex HealthCheck();

    [GeneratedRegex(@"Essential container in task exited;.*exit code (?<x>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex ExitCode();

    [GeneratedRegex(
        @"\(port (?<port>\d+)\).*reason Health checks failed\)|Target [^ ]*?:(?<port>\d+) .*Target\.FailedHealthChecks", RegexOptions.CultureInvariant)]
    private static partial Regex Unanswered();

    [GeneratedRegex(@"listening (?:on|at)\b.*?[: ](?<x>\d{2,5})\b(?!\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Listening();

    private sealed record Rule(Source Source, string Text, Func<string, string> Sentence)
    {
        public Regex Pattern { get; } = new(Text, Options, TimeSpan.FromSeconds(1));
    }
}
