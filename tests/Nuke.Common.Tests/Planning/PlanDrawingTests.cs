namespace Nuke.Common.Tests.Planning;

public sealed class PlanDrawingTests
{
    [Fact]
    public void A_chain_is_a_straight_line() =>
        Console.WriteLine(SomeGraph.Of("Restore", "Compile: Restore", "Test: Compile Restore").Drawn());

    [Fact]
    public void Real()
    {
        Console.WriteLine(SomeGraph.Of("Preflight", "WebRestore: Preflight", "Restore: Preflight", "WebBuild: WebRestore", "Compile: Restore", "WebTest: WebRestore", "Test: Compile WebTest", "DockerImage: Compile", "TerraformApply: Preflight Test WebBuild DockerImage", "PushEcr: TerraformApply DockerImage", "Migrate: PushEcr").Drawn());
        Console.WriteLine(SomeGraph.Of("A", "B", "C: A B", "D: A B", "E: C", "F: C D", "G: D F").Drawn());
        Console.WriteLine(SomeGraph.Of("A", "B", "C", "D: A B", "E: B C", "F: A C").Drawn());
        Console.WriteLine(SomeGraph.Of("A", "B", "C: A", "D: A", "E: B", "F: C E", "G: D E", "H: B D").Drawn(false));
    }
}
