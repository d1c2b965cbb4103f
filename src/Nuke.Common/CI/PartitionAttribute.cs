using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Injects the shard whose number the parameter of the member's name gives; without a number, the run is not split.</summary>
public class PartitionAttribute : ParameterAttribute
{
    public PartitionAttribute(int total) => Total = total;

    public int Total { get; }

    public override bool List => false;

    public override object GetValue(MemberInfo member, object instance) => Values.GetParameter(member, this, instance, typeof(int)) switch
    {
        int part when part >= 1 && part <= Total => new Partition { Part = part, Total = Total },
        int part => throw new BuildException(
            $"'{MemberNames.Short(member.Name)}' was given {part}, but there are {Total} parts.", $"Give a number from 1 to {Total}."),
        _ => Partition.Single,
    };
}
