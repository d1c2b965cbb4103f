namespace Nuke.Common.Tests.Utilities;

public sealed class EnvironmentInfoTests
{
    private enum Shade
    {
        Red,
        Green,
    }

    private sealed class Reading : NukeBuild
    {
        [Parameter] public readonly string? ApiKey;
        [Parameter] public readonly int Count;
        [Parameter] public readonly string? Numbers;
        [Parameter] public readonly string? Color;
        [Parameter] public readonly bool Flag;

        public Action<Reading>? Read { get; set; }

        Target A => _ => _.Executes(() => Read!(this));
        Target B => _ => _.Executes(() => { });
    }

    [Fact]
    public void Arguments_are_found_by_any_spelling_and_converted()
    {
        var seen = new List<object?>();
        Read("A B --api-key x --count 3 --numbers 1,2 --color GREEN --flag", build => seen.AddRange(
        [
            EnvironmentInfo.GetNamedArgument<string>("ApiKey"),
            EnvironmentInfo.GetNamedArgument<string>(() => build.ApiKey),
            EnvironmentInfo.GetNamedArgument<int>(() => build.Count),
            EnvironmentInfo.GetNamedArgument<int[]>("numbers", ',')!.Sum(),
            EnvironmentInfo.GetNamedArgument<Shade>("color"),
            EnvironmentInfo.GetNamedArgument<bool>("flag"),
            EnvironmentInfo.GetNamedArgument<int?>("nope"),
            EnvironmentInfo.HasArgument(() => build.ApiKey),
            EnvironmentInfo.HasArgument("other"),
        ]));
        seen.ShouldBe(["x", "x", 3, 3, Shade.Green, true, null, true, false]);
    }

    [Fact]
    public void Words_before_the_first_switch_have_positions()
    {
        var seen = new List<string?>();
        Read("A B --count 3", _ => seen.AddRange(
        [
            EnvironmentInfo.GetPositionalArgument<string>(0),
            EnvironmentInfo.GetPositionalArgument<string>(-1),
            EnvironmentInfo.GetPositionalArgument<string>(2),
            .. EnvironmentInfo.GetAllPositionalArguments<string>()!,
        ]));
        seen.ShouldBe(["A", "B", null, "A", "B"]);
    }

    [Fact]
    public void Variables_are_set_read_and_expanded()
    {
        const string name = "FAIRLEAD_ENVIRONMENT_INFO_TEST";
        try
        {
            EnvironmentInfo.SetVariable(name, 5);
            EnvironmentInfo.GetVariable<int>(name).ShouldBe(5);
            EnvironmentInfo.HasVariable(name).ShouldBeTrue();
            EnvironmentInfo.Variables[name].ShouldBe("5");
            EnvironmentInfo.ExpandVariables(EnvironmentInfo.IsWin ? $"a%{name}%b" : $"a${name}/b").ShouldBe(EnvironmentInfo.IsWin ? "a5b" : "a5/b");
            EnvironmentInfo.RemoveVariable(name);
            EnvironmentInfo.GetVariable<int>(name).ShouldBe(0);
            EnvironmentInfo.HasVariable(name).ShouldBeFalse();
        }
        finally
        {
            EnvironmentInfo.RemoveVariable(name);
        }
    }

    [Fact]
    public void The_machine_is_described()
    {
        EnvironmentInfo.IsUnix.ShouldBe(!OperatingSystem.IsWindows());
        EnvironmentInfo.Is64Bit.ShouldNotBe(EnvironmentInfo.Is32Bit);
        EnvironmentInfo.Framework.Identifier.ShouldBe(".NETCoreApp");
        EnvironmentInfo.Paths.ShouldNotBeEmpty();
        EnvironmentInfo.SpecialFolder(SpecialFolders.UserProfile).ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => (EnvironmentInfo.WorkingDirectory / "nowhere at all").SwitchWorkingDirectory());
    }

    private static void Read(string arguments, Action<Reading> read)
    {
        using var run = new TestRun();
        run.Run<Reading>(arguments, x => x.Read = read).ShouldBe(0, run.Output);
    }
}
