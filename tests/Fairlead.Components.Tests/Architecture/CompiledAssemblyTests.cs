using Fairlead.Components.Tests.Architecture.Samples.Above;
using Fairlead.Components.Tests.Architecture.Samples.Below;
using Fairlead.Components.Tests.Architecture.Samples.Elsewhere;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>The reader sees every way to refer to a type, and a rule that is broken says by whom and with what.</summary>
public sealed class CompiledAssemblyTests
{
    private const string Project = "tests/Fairlead.Components.Tests";
    private const string Above = "Architecture/Samples/Above";
    private const string Below = "Architecture/Samples/Below";

    private static readonly FolderRules Rules = new(Project, new Dictionary<string, string[]>
    {
        [Above] = [],
        [Below] = [],
    });

    [Theory]
    [InlineData(typeof(BaseWall), nameof(Roof))]
    [InlineData(typeof(IInterfaceWall), nameof(Roof))]
    [InlineData(typeof(ConstraintWall<>), nameof(IRoof))]
    [InlineData(typeof(FieldWall), nameof(Roof))]
    [InlineData(typeof(ArgumentOfArgumentWall), nameof(Roof))]
    [InlineData(typeof(ParameterWall), nameof(Roof))]
    [InlineData(typeof(EventWall), nameof(Roof))]
    [InlineData(typeof(AttributeWall), nameof(RoofAttribute))]
    [InlineData(typeof(AttributeOfParameterWall), nameof(RoofAttribute))]
    [InlineData(typeof(AttributeArgumentWall), nameof(Roof))]
    [InlineData(typeof(LocalWall), nameof(Roof))]
    [InlineData(typeof(CatchWall), nameof(RoofException))]
    [InlineData(typeof(CastWall), nameof(Roof))]
    [InlineData(typeof(TypeOfWall), nameof(Roof))]
    [InlineData(typeof(CallWall), nameof(Roof))]
    [InlineData(typeof(ArgumentOfMethodWall), nameof(Roof))]
    [InlineData(typeof(LambdaWall), nameof(Roof))]
    [InlineData(typeof(IteratorWall), nameof(Roof))]
    [InlineData(typeof(AsynchronousWall), nameof(Roof))]
    [InlineData(typeof(LocalFunctionWall), nameof(Roof))]
    [InlineData(typeof(NestedWall), nameof(Roof))]
    public void Every_way_to_refer_to_a_type_is_seen_and_breaks_the_rule(Type wall, string used)
    {
        Read(wall).Uses.ShouldContain(x => x.Name == used);
        Rules.OffencesIn(Compiled.Tests).ShouldContain($"{wall.FullName} uses {typeof(Roof).Namespace}.{used}: {Below} may not use {Above}");
    }

    [Fact]
    public void A_type_that_uses_nothing_of_another_folder_breaks_no_rule()
    {
        Read(typeof(Floor)).Uses.ShouldNotContain(x => x.Assembly == Compiled.Tests.Name);
        Rules.OffencesIn(Compiled.Tests).ShouldNotContain(x => x.Contains(nameof(Floor)));
    }

    [Fact]
    public void Of_a_constant_the_import_is_seen()
    {
        Read(typeof(ConstantWall)).Uses.ShouldNotContain(x => x.Name == nameof(Roof));
        Rules.OffencesIn(Compiled.Tests).ShouldContain($"{typeof(ConstantWall)} imports {typeof(Roof).Namespace}: {Below} may not use {Above}");
    }

    [Fact]
    public void An_exception_is_let_through_and_leaves_the_list_when_nothing_needs_it()
    {
        var rules = Rules with { Exceptions = [(Below, Above), (Above, Below)] };

        rules.OffencesIn(Compiled.Tests).Where(x => !x.Contains("has no rule")).ShouldBe([$"{Above} no longer uses {Below}: remove it from the exceptions"]);
    }

    [Fact]
    public void A_folder_without_a_rule_is_told()
        => new FolderRules(Project, new Dictionary<string, string[]> { [Above] = [] }).OffencesIn(Compiled.Tests)
            .ShouldContain($"{typeof(Floor)} is in {Below}; {Project} has no rule for it");

    [Fact]
    public void A_type_has_the_folder_of_its_file_whatever_its_namespace_and_whether_or_not_it_has_code()
    {
        Read(typeof(Floor)).FoldersIn(Project).ShouldBe([Below]);
        Read(typeof(IRoof)).FoldersIn(Project).ShouldBe([Above]);
        Read(typeof(Stray)).FoldersIn(Project).ShouldBe([Above]);
        Read(typeof(CompiledAssemblyTests)).FoldersIn(Project).ShouldBe(["Architecture"]);
        NamespaceRule.Offence(Read(typeof(Stray)), Project, Compiled.Tests.Name)
            .ShouldBe($"{typeof(Stray)} is in {Project}/{Above}: its namespace would be {typeof(Roof).Namespace}");
        NamespaceRule.Offence(Read(typeof(Roof)), Project, Compiled.Tests.Name).ShouldBeNull();
    }

    private static CompiledType Read(Type type) => Compiled.Tests.Types.Single(x => x.FullName == type.FullName);
}
