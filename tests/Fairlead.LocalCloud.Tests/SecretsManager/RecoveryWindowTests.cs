using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.SecretsManager;
using Fairlead.LocalCloud.State;
using Microsoft.Extensions.Time.Testing;

namespace Fairlead.LocalCloud.Tests.SecretsManager;

public sealed class RecoveryWindowTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new("fairlead-secrets-");
    private readonly StateDirectory _state;
    private readonly FakeTimeProvider _clock = new();
    private readonly SecretStore _secrets;

    public RecoveryWindowTests()
    {
        _state = StateDirectory.Open(_folder);
        _secrets = new SecretStore(_state, new SealingKey(_state), new Account(), _clock);
    }

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_deleted_secret_is_gone_when_its_window_is_over_and_its_name_free()
    {
        Add();
        _secrets.ChangeAny("a", x => (x.DeletedAt, x.GoneAt) = (_secrets.Now, _secrets.Now.AddDays(7)));
        _clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        _secrets.Read("a", x => x.Name).ShouldBe("a");

        _clock.Advance(TimeSpan.FromTicks(1));

        Should.Throw<AwsServiceException>(() => _secrets.Read("a", x => x.Name)).Code.ShouldBe("ResourceNotFoundException");
        Should.Throw<AwsServiceException>(() => _secrets.ChangeAny("a", x => x.Name)).Code.ShouldBe("ResourceNotFoundException");
        _secrets.ReadAll(x => x.Count()).ShouldBe(0);
        Add().ShouldBe("new");
    }

    [Fact]
    public void The_day_of_the_last_reading_is_noted_and_looking_is_none()
    {
        Add();
        _secrets.Look("a", null, null);
        _secrets.Read("a", x => x.AccessedAt).ShouldBeNull();

        _secrets.Get("a", null, null).Version.Value.Text!.Value.ShouldBe("1");

        _secrets.Read("a", x => x.AccessedAt).ShouldBe(new DateTimeOffset(_clock.GetUtcNow().Date, TimeSpan.Zero));
    }

    private string Add() => _secrets.Add(
        "a",
        arn =>
        {
            var secret = new SecretRecord { Name = "a", Arn = arn, CreatedAt = _secrets.Now, ChangedAt = _secrets.Now };
            secret.AddVersion(new string('1', 32), new SecretValue(new SecretText("1"), null), [], _secrets.Now);
            return (secret, "new");
        },
        _ => "existing");
}
