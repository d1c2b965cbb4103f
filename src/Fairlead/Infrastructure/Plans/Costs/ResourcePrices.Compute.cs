using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Costs;

internal sealed partial class ResourcePrices
{
    private static PlannedValue None => default;

    private void Instance(Account account, PlannedResource resource, PlannedValue value)
    {
        var template = LaunchTemplate(resource, value);
        var type = value["instance_type"].Text ?? template["instance_type"].Text;
        if (type is null)
        {
            account.Miss("its instance type is not known before apply");
            return;
        }

        account.Fixed("aws_instance", "instance_type", type, Hours, type);
        var disks = value["root_block_device"].Items.Concat(value["ebs_block_device"].Items).Where(x => x.IsMap && !x["volume_size"].IsEmpty).ToList();
        foreach (var disk in disks.Count > 0
            ? disks
            : template["block_device_mappings"].Items.SelectMany(x => x["ebs"].Items).Where(x => x.IsMap && !x["volume_size"].IsEmpty))
        {
            Volume(account, disk["volume_type"].Text ?? "gp2", disk["volume_size"].Number, 1);
        }

        if (value["associate_public_ip_address"].Truth == true || template["network_interfaces"].Items.Any(x => x["associate_public_ip_address"].Truth == true))
        {
            account.Fixed("aws_eip", "public_ipv4", "address", Hours, "public IPv4 address");
        }
    }

    private PlannedValue LaunchTemplate(PlannedResource resource, PlannedValue value)
    {
        var references = plan.References.Of(resource, "launch_template");
        var template = plan.Resources.FirstOrDefault(x => x.Type == "aws_launch_template" && references.Contains(x.ConfigurationAddress));
        template ??= value.Block("launch_template")["id"].Text is { } id
            ? plan.Resources.FirstOrDefault(x => x.Type == "aws_launch_template" && Values(x)["id"].Text == id)
            : null;
        return template is null ? None : Values(template);
    }

    private static void Volume(Account account, string type, decimal? size, decimal count)
    {
        if (size is null)
        {
            account.Miss("the size of a volume is not known before apply");
        }
        else
        {
            account.Fixed("aws_ebs_volume", "type", type, size.Value * count, $"{(count == 1 ? "" : $"{Number(count)} × ")}{Number(size.Value)} GB {type}");
        }
    }

    private void AutoScaling(Account account, PlannedResource resource, PlannedValue value)
    {
        var count = value["desired_capacity"].Number ?? value["min_size"].Number;
        var values = LaunchTemplate(resource, value);
        if (values.IsNull || count is null)
        {
            account.Miss("its launch template or its size is not in the plan");
            return;
        }

        account.Fixed("aws_instance", "instance_type", values["instance_type"], Hours * count.Value, $"{Number(count.Value)} × {values["instance_type"].Text}");
        foreach (var disk in values["block_device_mappings"].Items.SelectMany(x => x["ebs"].Items).Where(x => x.IsMap && !x["volume_size"].IsEmpty))
        {
            Volume(account, disk["volume_type"].Text ?? "gp2", disk["volume_size"].Number, count.Value);
        }

        if (values["network_interfaces"].Items.Any(x => x["associate_public_ip_address"].Truth == true))
        {
            account.Fixed("aws_eip", "public_ipv4", "address", Hours * count.Value, $"{Number(count.Value)} × public IPv4 address");
        }
    }

    private void Database(Account account, PlannedValue value)
    {
        // A replica takes its engine over from its source, so that it is not known before it is there.
        if (value["engine"].Text is not { } engine || value["instance_class"].Text is not { } instanceClass)
        {
            account.Miss("its engine is not known before apply");
            return;
        }

        var deployment = value["multi_az"].Truth == true ? "multi-az" : "single-az";
        account.Fixed(
            "aws_db_instance",
            "engine/deployment/instance_class",
            $"{engine}/{deployment}/{instanceClass}",
            Hours,
            $"{instanceClass}, {engine}, {deployment}");
        var storage = value["storage_type"].Text ?? "gp2";
        if (value["allocated_storage"].Number is { } size)
        {
            account.Fixed("aws_db_instance", "deployment/storage_type", $"{deployment}/{storage}", size, $"{Number(size)} GB {storage}");
        }
        else
        {
            account.Miss("its storage is not known before apply");
        }

        MasterSecret(account, value);
    }

    // RDS keeps the password in a secret that it makes itself, and that is billed as any other
    // (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html).
    private static void MasterSecret(Account account, PlannedValue value)
    {
        if (value["manage_master_user_password"].Truth == true)
        {
            account.Fixed("aws_secretsmanager_secret", "secret", "stored", 1, "secret with the master password");
        }
    }

    private void Cache(Account account, PlannedValue value)
    {
        var nodes = value["num_cache_clusters"].Number
            ?? value["num_cache_nodes"].Number
            ?? (value["num_node_groups"].Number is { } groups ? groups * (1 + (value["replicas_per_node_group"].Number ?? 0)) : 1);
        var engine = value["engine"].Text ?? "redis";
        if (value["node_type"].Text is { } type)
        {
            account.Fixed("aws_elasticache_replication_group", "engine/node_type", $"{engine}/{type}", Hours * nodes, $"{Number(nodes)} × {type}, {engine}");
        }
        else
        {
            account.Miss("its node type is not known before apply");
        }
    }

    private void Fargate(Account account, PlannedResource resource, PlannedValue value)
    {
        var serverless = value["launch_type"].Text == "FARGATE"
            || value["capacity_provider_strategy"].Items.Any(x => x["capacity_provider"].Text?.StartsWith("FARGATE", StringComparison.Ordinal) == true);
        if (!serverless)
        {
            if (!value["launch_type"].IsUnknown && value["launch_type"].Text is { } type)
            {
                account.Miss($"launch type {type}: it runs on instances, which are priced by themselves");
            }
            else
            {
                account.Miss("its launch type is not known");
            }

            return;
        }

        var task = TaskDefinition(resource, value);
        if (task["cpu"].Number is not { } units || task["memory"].Number is not { } megabytes)
        {
            account.Miss("its task definition is not in the plan");
            return;
        }

        var count = value["desired_count"].Number ?? 1;
        var architecture = task.Block("runtime_platform")["cpu_architecture"].Text ?? "X86_64";
        var (cpu, memory) = (units / 1024, megabytes / 1024);
        account.Fixed("aws_ecs_service", "fargate", $"{architecture} vCPU", cpu * count * Hours, $"{Number(count)} × {Number(cpu)} vCPU");
        account.Fixed("aws_ecs_service", "fargate", $"{architecture} memory", memory * count * Hours, $"{Number(count)} × {Number(memory)} GB memory");
        if (task.Block("ephemeral_storage")["size_in_gib"].Number is { } disk and > 20)
        {
            account.Fixed(
                "aws_ecs_service",
                "fargate",
                "ephemeral storage",
                (disk - 20) * count * Hours,
                $"{Number(count)} × {Number(disk - 20)} GB storage above 20");
        }
    }

    private PlannedValue TaskDefinition(PlannedResource resource, PlannedValue value)
    {
        var tasks = plan.Resources.Where(x => x.Type == "aws_ecs_task_definition").ToList();
        var references = plan.References.Of(resource, "task_definition");
        var found = tasks.FirstOrDefault(x => references.Contains(x.ConfigurationAddress)) ?? (value["task_definition"].Text is { } arn
            ? tasks.FirstOrDefault(x => Values(x)["arn"].Text == arn || (Values(x)["family"].Text is { } family
                && (arn == family || arn.Contains($"/{family}:", StringComparison.Ordinal) || arn.StartsWith($"{family}:", StringComparison.Ordinal))))
            : null);
        return found is null ? None : Values(found);
    }

    private void AppRunner(Account account, PlannedValue value)
    {
        var configuration = value.Block("instance_configuration");
        var (cpu, memory) = (Units(configuration["cpu"].Text ?? "1024"), Units(configuration["memory"].Text ?? "2048"));
        if (cpu is null || memory is null)
        {
            account.Miss("its size is not known");
            return;
        }

        // One instance: the least that a scaling configuration can provision.
        account.Fixed("aws_apprunner_service", "provisioned", "memory", memory.Value * Hours, $"{Number(memory.Value)} GB memory, one instance");
        account.Use(
            "aws_apprunner_service",
            "active",
            "vCPU",
            cpu.Value * Hours * assumptions.ActiveShare,
            $"{Number(cpu.Value)} vCPU",
            $"one instance active for {Number(assumptions.ActiveShare * 100)} % of the time");
    }

    // "1024", "1 vCPU", "2048", "2 GB"
    private static decimal? Units(string text)
        => text.Split(' ') is [var number, ..]
            && decimal.TryParse(number, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? (text.Contains(' ') ? value : value / 1024)
            : null;

    private void LoadBalancer(Account account, PlannedValue value)
    {
        var type = value["load_balancer_type"].Text ?? "application";
        account.Fixed("aws_lb", "load_balancer_type", type, Hours, $"{type} load balancer");
        account.Use(
            "aws_lb",
            "capacity",
            $"{type} LCU",
            Hours * assumptions.LoadBalancerUnits,
            "capacity units",
            $"{Number(assumptions.LoadBalancerUnits)} LCU on average");
        if (value["internal"].Truth != true)
        {
            PerZone(account, value["subnets"], "aws_eip", "public_ipv4", "address", "public IPv4 address, one per zone");
        }
    }

    private void Endpoint(Account account, PlannedValue value)
    {
        var type = value["vpc_endpoint_type"].Text ?? "Gateway";
        if (type == "Gateway")
        {
            return;
        }

        PerZone(account, value["subnet_ids"], "aws_vpc_endpoint", "vpc_endpoint_type", type, "interface, one per zone");
        account.Use("aws_vpc_endpoint", "data", "Interface", assumptions.ProcessedGigabytes, "data processed", $"{Number(assumptions.ProcessedGigabytes)} GB");
    }

    // A load balancer needs two zones at least
    // (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer);
    // how many it has is often known only after apply.
    private static void PerZone(Account account, PlannedValue subnets, string type, string attribute, string value, string what)
    {
        if (subnets.IsList)
        {
            var zones = subnets.Items.Count();
            account.Fixed(type, attribute, value, Hours * zones, $"{Number(zones)} × {what}");
        }
        else
        {
            account.Use(type, attribute, value, Hours * 2, $"2 × {what}", "two zones");
        }
    }
}
