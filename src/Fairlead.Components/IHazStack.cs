using Nuke.Common;
using Nuke.Common.IO;

namespace Fairlead.Components;

/// <summary>Which place a profile stands for, and how it is reached.</summary>
[IdentityScope]
public interface IHazStack : INukeBuild
{
    [Parameter("Stack of the profile: the folder's name below infra/stacks (default: the profile's name)")]
    string TerraformStack => TryGetValue(() => TerraformStack) ?? Profile;

    [Parameter("AWS region of the place (default us-east-1)")]
    string AwsRegion => TryGetValue(() => AwsRegion) ?? "us-east-1";

    [Parameter("Profile of the shared AWS configuration files to take credentials from; without it the SDK's default chain")]
    string? AwsProfile => TryGetValue(() => AwsProfile!);

    [Parameter("Role of AWS that a job of GitHub Actions takes with the identity that GitHub gives it")]
    string? AwsRoleArn => TryGetValue(() => AwsRoleArn!);

    [Parameter("Endpoint of an AWS emulator, for every service; with it nothing reaches AWS")]
    string? AwsEndpointUrl => TryGetValue(() => AwsEndpointUrl!);

    [Parameter("How often a request is tried; an emulator wants 2, because what it lacks looks like an error that passes")]
    int? AwsMaxAttempts => TryGetValue<int?>(() => AwsMaxAttempts!);

    [Parameter("JSON file with the stack outputs, for a place that something else than Terraform provisions")]
    AbsolutePath? StackOutputsFile => TryGetValue(() => StackOutputsFile!);

    [Parameter("Host and port of the image registry in place of the repository's own, for emulators: localhost:5000")]
    string? RegistryHost => TryGetValue(() => RegistryHost!);

    [Parameter("Public URL of the application in place of the stack's own")]
    string? PublicUrl => TryGetValue(() => PublicUrl!);

    /// <summary>The profile that names the place; the last one when there are several.</summary>
    sealed string Profile => NukeBuild.LoadedLocalProfiles is [.., var last] ? last : "local";
}
