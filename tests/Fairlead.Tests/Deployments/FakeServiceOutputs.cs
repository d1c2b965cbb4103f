using Fairlead.Services;

namespace Fairlead.Tests.Deployments;

/// <summary>A kind of service host of the tests.</summary>
internal sealed record FakeServiceOutputs(FakeServiceHost Fake, bool IsForImages = true) : ServiceOutputs
{
    public override string Host => "fake";

    public override bool TakesImages => IsForImages;

    public override string? MigratedBy => Fake.MigratedBy;

    public override IReadOnlyList<(string Name, string? Value)> Fields => [("name", Fake.Name)];

    public override string Fingerprint => $"Fake = {Fake.Name}";

    public override IServiceHost CreateHost(ServiceHostSettings settings) => Fake;
}
