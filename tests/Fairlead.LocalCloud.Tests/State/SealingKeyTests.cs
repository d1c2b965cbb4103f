using System.Text.Json;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.Ssm;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Tests.State;

public sealed class SealingKeyTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new("fairlead-sealing-");
    private readonly StateDirectory _state;

    public SealingKeyTests() => _state = StateDirectory.Open(_folder);

    private string KeyFile => Path.Combine(_folder, SealingKey.FileName);

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_was_sealed_is_opened_with_the_key_of_the_folder_and_in_its_context_only()
    {
        var key = new SealingKey(_state);
        var one = key.Seal("hunter2", "a");

        new SealingKey(_state).Open(one, "a").ShouldBe("hunter2");
        key.Seal("hunter2", "a").ShouldBe(one);
        key.Seal("hunter2", "b").ShouldNotBe(one);
        key.Seal("hunter3", "a")[..16].ShouldNotBe(one[..16], "each text has a nonce of its own");
        Should.Throw<JsonException>(() => key.Open(one, "b"));
        Should.Throw<JsonException>(() => key.Open(one[..^4] + "AAAA", "a"));
        Should.Throw<JsonException>(() => key.Open("", "a"));
        Should.Throw<JsonException>(() => key.Open("no base64", "a")).Message.ShouldNotContain("no base64");
    }

    [Fact]
    public void Nothing_is_written_before_there_is_a_secret()
    {
        _ = Parameters();

        File.Exists(KeyFile).ShouldBeFalse();
    }

    [Fact]
    public void A_key_that_is_gone_or_another_is_damage_that_is_named_and_the_next_start_works()
    {
        foreach (var damage in new Action[] { () => File.Delete(KeyFile), () => File.WriteAllBytes(KeyFile, new byte[32]) })
        {
            Put(Parameters());
            damage();

            Should.Throw<StateDirectoryException>(Parameters).Message.ShouldContain(SealingKey.FileName);

            Put(Parameters());
            Parameters().Get("/a").Version.Value.Value.ShouldBe("hunter2");
            Parameters().Delete(["/a"]);
        }
    }

    [Theory]
    [InlineData("a folder")]
    [InlineData("too short")]
    [InlineData("gone")]
    public void Without_the_key_both_documents_are_named_and_moved_aside_and_the_next_start_works(string damage)
    {
        Put(Parameters());
        File.WriteAllText(Path.Combine(_folder, "secrets.json"), "sealed");
        File.Delete(KeyFile);
        if (damage == "a folder")
        {
            Directory.CreateDirectory(KeyFile);
        }
        else if (damage == "too short")
        {
            File.WriteAllText(KeyFile, "short");
        }

        var error = Should.Throw<StateDirectoryException>(Parameters);

        error.Message.ShouldContain(KeyFile);
        error.Message.ShouldContain("ssm.json");
        error.Message.ShouldContain("secrets.json");
        Directory.EnumerateFileSystemEntries(_folder, "*.corrupt").Count().ShouldBe(damage == "gone" ? 2 : 3);
        Put(Parameters());
        Parameters().Get("/a").Version.Value.Value.ShouldBe("hunter2");
    }

    [Fact]
    public void What_is_no_key_is_moved_aside_also_when_nothing_was_sealed_with_it()
    {
        File.WriteAllText(KeyFile, "short");

        Should.Throw<StateDirectoryException>(() => Put(Parameters())).Message.ShouldContain("5 bytes instead of 32");

        Put(Parameters());
        Parameters().Get("/a").Version.Value.Value.ShouldBe("hunter2");
    }

    [Fact]
    public void A_document_with_null_where_a_value_has_to_be_is_damage()
    {
        File.WriteAllText(Path.Combine(_folder, "ssm.json"), """{ "parameters": null }""");

        Should.Throw<StateDirectoryException>(Parameters);
        Parameters().Read(x => x.Count).ShouldBe(0);
    }

    private ParameterStore Parameters() => new(_state, new SealingKey(_state), new Account(), TimeProvider.System);

    private static void Put(ParameterStore parameters) => parameters.Put(new ParameterRequest
    {
        Name = "/a",
        Value = new SecretText("hunter2"),
        Type = "SecureString",
        Overwrite = false,
        Tags = new Dictionary<string, string>(),
    });
}
