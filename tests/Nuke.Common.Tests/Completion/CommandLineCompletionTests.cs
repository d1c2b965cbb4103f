using Nuke.Common.Completion;

namespace Nuke.Common.Tests.Completion;

public sealed class CommandLineCompletionTests
{
    private static readonly CompletionItem[] Items =
    [
        new("Target", () => ["Compile", "GitHubPublish", "PushEcr"]) { IsList = true, Separator = "+" },
        new("ApiKey", CompletionItem.Nothing),
        new("Configuration", () => ["Debug", "Release"]),
        new("NuGetSource", CompletionItem.Nothing),
        new("Profile", () => ["local", "Prod"]) { IsList = true, IsName = false },
    ];

    [Theory]
    [InlineData("", "Compile GitHubPublish PushEcr --target --api-key --configuration --nuget-source --profile")]
    [InlineData("C", "Compile")]
    [InlineData("gith", "githubpublish")]
    [InlineData("GITH", "GITHUBPUBLISH")]
    [InlineData("Push-", "Push-Ecr")]
    [InlineData("push-e", "push-ecr")]
    [InlineData("Compile ", "GitHubPublish PushEcr --target --api-key --configuration --nuget-source --profile")]
    [InlineData("compile+", "compile+GitHubPublish compile+PushEcr")]
    [InlineData("compile+pu", "compile+pushecr")]
    [InlineData("Compile Comp", "")]
    [InlineData("--target C", "Compile")]
    [InlineData("--target compile G", "GitHubPublish")]
    [InlineData("-", "--target --api-key --configuration --nuget-source --profile")]
    [InlineData("--", "--target --api-key --configuration --nuget-source --profile")]
    [InlineData("-t", "-target")]
    [InlineData("-Api", "-ApiKey")]
    [InlineData("--api", "--api-key")]
    [InlineData("--Nu", "--Nuget-source")]
    [InlineData("--configuration ", "Debug Release --target --api-key --nuget-source --profile")]
    [InlineData("-Configuration r", "release")]
    [InlineData("--configuration Release ", "--target --api-key --nuget-source --profile")]
    [InlineData("--api-key ", "--target --configuration --nuget-source --profile")]
    [InlineData("--profile ", "local Prod --target --api-key --configuration --nuget-source")]
    [InlineData("--profile p", "")]
    [InlineData("--profile local P", "Prod")]
    [InlineData("--nothing x", "")]
    public void Words_are_continued(string words, string expected)
        => string.Join(' ', CommandLineCompletion.Of(words, Items)).ShouldBe(expected);

    [Theory]
    [InlineData("./build.sh Comp", "Comp")]
    [InlineData("build.cmd  Compile ", "Compile ")]
    [InlineData(".\\build.ps1 ", "")]
    [InlineData("./build.sh", "")]
    [InlineData("nuke --tar", "--tar")]
    [InlineData("Comp", "Comp")]
    public void The_command_itself_is_left_out(string line, string words) => CompleteVerb.WithoutCommand(line).ShouldBe(words);
}
