using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Puts image, task definition and overrides together, by the rules of ECS and Docker.</summary>
internal static class LaunchPlan
{
    public static ContainerLaunch Of(
        string taskId,
        string stateFolder,
        JsonObject definition,
        JsonObject container,
        JsonObject overrides,
        PreparedImage image,
        IReadOnlyDictionary<string, string> secrets,
        Action<string> output)
    {
        var name = container.Required("name");
        var over = overrides.Structures("containerOverrides").FirstOrDefault(x => x.Text("name") == name) ?? [];
        var ownEntryPoint = container.Texts("entryPoint");
        var ownCommand = over.Texts("command") is { Count: > 0 } overridden ? overridden : container.Texts("command");

        // As in Docker, a new entry point takes the image's command away with the image's entry point.
        IEnumerable<string> command =
        [
            .. ownEntryPoint.Count > 0 ? ownEntryPoint : image.Config.Entrypoint,
            .. ownCommand.Count > 0 ? ownCommand : ownEntryPoint.Count > 0 ? [] : image.Config.Cmd,
        ];
        var environment = new Dictionary<string, string>(image.Config.Environment, StringComparer.Ordinal);
        foreach (var variable in container.Structures("environment").Concat(over.Structures("environment")))
        {
            environment[variable.Required("name")] = variable.Text("value") ?? "";
        }

        foreach (var (variable, value) in secrets)
        {
            environment[variable] = value;
        }

        var volumes = definition.Structures("volumes").ToDictionary(x => x.Required("name"), x => x.Structure("host")?.Text("sourcePath"));
        return new ContainerLaunch
        {
            TaskId = taskId,
            Name = name,
            Image = image,
            Command = [.. command],
            WorkingDirectory = container.Text("workingDirectory") ?? image.Config.WorkingDirectory,
            Environment = environment,
            TaskRole = overrides.Text("taskRoleArn") ?? definition.Text("taskRoleArn"),
            ContainerPorts = [.. container.Structures("portMappings").Select(x => x.Number("containerPort")).OfType<int>()],
            Mounts = [.. container.Structures("mountPoints")
                .Select(x => (Source: volumes.GetValueOrDefault(x.Required("sourceVolume")), Mount: x))
                .Where(x => x.Source is not null)
                .Select(x => new ContainerMount(
                    VolumePath.Absolute(stateFolder, x.Source!),
                    x.Mount.Required("containerPath"),
                    x.Mount.Flag("readOnly") ?? false))],
            User = container.Text("user"),
            Init = container.Structure("linuxParameters")?.Flag("initProcessEnabled") ?? false,
            HealthCheck = ContainerHealthCheck.Of(container),
            Output = output,
        };
    }
}
