using System.Security.Cryptography;
using System.Text;
using Fairlead.Incremental;
using Fairlead.Secrets;

namespace Fairlead.Tests.Incremental;

public sealed class IncrementalRecordTests : IDisposable
{
    private readonly TemporaryDirectory _root = new("fairlead-incremental-");
    private readonly IncrementalRecord _record;

    public IncrementalRecordTests()
    {
        _record = Record("here/1");
        Write("src/a.cs", "a");
        Write("src/b.cs", "b");
        Write("out/app.dll", "app");
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_target_that_never_ran_is_changed() => Reason().ShouldBe("no earlier run is known");

    [Fact]
    public void A_target_that_ran_is_unchanged()
    {
        Run();
        Reason().ShouldBeNull();
    }

    [Fact]
    public void A_check_writes_nothing()
    {
        Reason();
        Directory.Exists(RecordDirectory).ShouldBeFalse();
    }

    [Fact]
    public void What_changed_is_named()
    {
        Run();
        Write("src/a.cs", "other");
        Write("src/c.cs", "new");
        Delete("src/b.cs");
        Reason().ShouldBe("1 input changed: src/a.cs; 1 input appeared: src/c.cs; 1 input vanished: src/b.cs");
    }

    [Fact]
    public void Of_many_changes_the_first_five_are_named()
    {
        Run();
        for (var i = 0; i < 8; i++)
        {
            Write($"src/new{i}.cs", "");
        }

        Reason().ShouldBe("8 inputs appeared: src/new0.cs, src/new1.cs, src/new2.cs, src/new3.cs, src/new4.cs and 3 more");
    }

    [Fact]
    public void A_renamed_input_is_a_change_in_case_too()
    {
        Run();
        File.Move(PathOf("src/b.cs"), PathOf("src/B.cs"));
        Reason().ShouldNotBeNull().ShouldContain("src/B.cs");
    }

    [Fact]
    public void Another_key_is_a_change_and_so_is_another_split_of_the_same_text()
    {
        Run("ab", "c");
        Reason("ab", "d").ShouldBe("a parameter or the version of a tool changed");
        Reason("a", "bc").ShouldNotBeNull();
        Reason("ab", "c").ShouldBeNull();
    }

    [Fact]
    public void A_secret_key_is_not_kept()
    {
        Run("hunter2-hunter2");
        File.ReadAllText(RecordFile).ShouldNotContain("hunter2");
    }

    [Fact]
    public void A_run_that_did_not_end_leaves_the_target_changed()
    {
        Run();
        _record.Begin(Check());
        Reason().ShouldBe("its last run did not end well");
    }

    [Fact]
    public void After_a_run_that_did_not_end_the_content_of_the_last_good_one_is_a_change_too()
    {
        Run();
        Write("src/a.cs", "other branch");
        _record.Begin(Check());
        Write("out/app.dll", "half");
        Write("src/a.cs", "a");
        Write("out/app.dll", "app");
        Reason().ShouldNotBeNull();
    }

    [Fact]
    public void Back_on_the_earlier_branch_the_outputs_of_the_other_one_are_a_change()
    {
        Run();
        Write("src/a.cs", "other branch");
        Write("out/app.dll", "other app");
        Run();
        Write("src/a.cs", "a");
        Reason().ShouldBe("1 input changed: src/a.cs");
        Write("src/a.cs", "other branch");
        Write("out/app.dll", "app");
        Reason().ShouldBe("1 output changed: out/app.dll");
    }

    [Fact]
    public void A_restored_file_of_the_same_length_and_time_is_a_change()
    {
        Run();
        var time = File.GetLastWriteTimeUtc(PathOf("src/a.cs"));
        Write("src/a.cs", "x");
        File.SetLastWriteTimeUtc(PathOf("src/a.cs"), time);
        Reason().ShouldBe("1 input changed: src/a.cs");
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public void A_changed_clock_is_no_change(int years)
    {
        Run();
        File.SetLastWriteTimeUtc(PathOf("src/a.cs"), DateTime.UnixEpoch.AddYears(40 + years));
        File.SetLastWriteTimeUtc(PathOf("out/app.dll"), DateTime.UnixEpoch.AddYears(40 - years));
        Reason().ShouldBeNull();
    }

    [Fact]
    public void An_altered_an_absent_and_a_new_output_are_changes()
    {
        Run();
        Write("out/app.dll", "by hand");
        Reason().ShouldBe("1 output changed: out/app.dll");
        Delete("out/app.dll");
        Reason().ShouldNotBeNull().ShouldContain("1 output vanished: out/app.dll");
        Write("out/app.dll", "app");
        Write("out/more.dll", "");
        Reason().ShouldBe("1 output appeared: out/more.dll");
    }

    [Fact]
    public void Outputs_that_vanished_with_their_directory_are_a_change()
    {
        Run();
        Directory.Delete(PathOf("out"), recursive: true);
        Reason().ShouldNotBeNull().ShouldContain("out/app.dll");
    }

    [Fact]
    public void An_input_that_is_absent_differs_from_an_empty_one()
    {
        string[] inputs = [PathOf("src/a.cs"), PathOf("package.json")];
        var check = _record.Check("Make", inputs, Outputs, []);
        _record.Begin(check);
        _record.End(check, inputs, Outputs()).ShouldBeNull();
        _record.Check("Make", inputs, Outputs, []).Reason.ShouldBeNull();
        Write("package.json", "");
        _record.Check("Make", inputs, Outputs, []).Reason.ShouldBe("1 input appeared: package.json");
    }

    [Fact]
    public void A_target_whose_inputs_are_not_found_always_runs()
    {
        string[] inputs = [PathOf("scr")];
        var check = _record.Check("Make", inputs, Outputs, []);
        _record.Begin(check);
        _record.End(check, inputs, Outputs());
        _record.Check("Make", inputs, Outputs, []).Reason.ShouldBe("it has no inputs");
    }

    [Fact]
    public void What_a_link_leads_to_is_an_input()
    {
        Write("elsewhere/deep/c.cs", "c");
        Directory.CreateSymbolicLink(PathOf("src/linked"), PathOf("elsewhere"));
        File.CreateSymbolicLink(PathOf("src/d.cs"), PathOf("elsewhere/deep/c.cs"));
        Run();
        Reason().ShouldBeNull();
        Write("elsewhere/deep/c.cs", "other");
        Reason().ShouldBe("2 inputs changed: src/d.cs, src/linked/deep/c.cs");
    }

    [Fact]
    public void Links_in_a_circle_and_into_nothing_come_to_an_end()
    {
        Directory.CreateDirectory(PathOf("src/x"));
        Directory.CreateDirectory(PathOf("src/y"));
        Directory.CreateSymbolicLink(PathOf("src/x/to-y"), PathOf("src/y"));
        Directory.CreateSymbolicLink(PathOf("src/y/to-x"), PathOf("src/x"));
        Directory.CreateSymbolicLink(PathOf("src/up"), _root);
        File.CreateSymbolicLink(PathOf("src/gone.cs"), PathOf("nothing"));
        Run();
        Reason().ShouldBeNull();
        Write("nothing", "something");
        Reason().ShouldBe("1 input appeared: src/gone.cs");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        // A socket's file exists and cannot be opened, by root neither.
        using var socket = new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.Unix,
            System.Net.Sockets.SocketType.Stream,
            System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(PathOf("src/s")));
        Should.Throw<FairleadException>(() => Reason()).What.ShouldBe("src/s cannot be read, so nobody can tell whether it changed.");
    }

    [Fact]
    public void An_input_that_changes_while_the_target_runs_is_not_missed()
    {
        var check = Check();
        _record.Begin(check);
        Write("src/a.cs", "edited meanwhile");
        _record.End(check, Inputs(), Outputs()).ShouldBe("1 input changed: src/a.cs while it ran");
        Reason().ShouldNotBeNull();
    }

    [Fact]
    public void An_input_that_changed_and_changed_back_while_the_target_ran_is_not_missed()
    {
        var check = Check();
        _record.Begin(check);
        Write("src/a.cs", "a");
        File.SetLastWriteTimeUtc(PathOf("src/a.cs"), File.GetLastWriteTimeUtc(PathOf("src/a.cs")).AddSeconds(1));
        _record.End(check, Inputs(), Outputs()).ShouldBe("1 input written: src/a.cs while it ran");
        Reason().ShouldNotBeNull();
    }

    [Fact]
    public void Of_two_builds_at_the_same_time_neither_is_remembered()
    {
        var other = Record("here/2");
        var first = Check();
        _record.Begin(first);
        var second = other.Check("Compile", Inputs(), Outputs, ["Release"]);
        other.Begin(second);
        _record.End(first, Inputs(), Outputs()).ShouldBe("another build ran it at the same time");
        other.End(second, Inputs(), Outputs()).ShouldBe("another build ran it at the same time");
        Reason().ShouldNotBeNull();
    }

    [Fact]
    public void After_a_build_that_was_killed_the_next_one_is_remembered()
    {
        Record("gone/1").Begin(Check());
        Run();
        Reason().ShouldBeNull();
    }

    [Fact]
    public void Of_two_targets_with_one_output_the_overwritten_one_runs_again()
    {
        Run();
        var check = _record.Check("Other", Inputs(), Outputs, []);
        _record.Begin(check);
        Write("out/app.dll", "the other's");
        _record.End(check, Inputs(), Outputs()).ShouldBeNull();
        Reason().ShouldBe("1 output changed: out/app.dll");
    }

    [Fact]
    public void A_record_that_was_cut_or_altered_anywhere_makes_the_target_changed()
    {
        Run();
        var whole = File.ReadAllBytes(RecordFile);
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(RecordFile, whole[..length]);
            Reason().ShouldNotBeNull($"of {length} bytes");
            byte[] altered = [.. whole];
            altered[length] ^= 1;
            File.WriteAllBytes(RecordFile, altered);
            Reason().ShouldNotBeNull($"with another byte {length}");
        }
    }

    [Fact]
    public void Whatever_happens_between_two_runs_unchanged_means_the_same_inputs_and_outputs()
    {
        // The model: what the files held when the last run ended well. Random edits, runs and crashes, from a fixed seed.
        var random = new Random(20251121);
        string? remembered = null;
        for (var step = 0; step < 250; step++)
        {
            var file = $"src/{(char)('a' + random.Next(4))}.cs";
            switch (random.Next(7))
            {
                case 0:
                    Write(file, random.Next(3).ToString());
                    break;
                case 1:
                    Delete(file);
                    break;
                case 2:
                    Write("out/app.dll", random.Next(3).ToString());
                    break;
                case 3:
                    Delete("out/app.dll");
                    break;
                case 4 when File.Exists(PathOf(file)):
                    File.SetLastWriteTimeUtc(PathOf(file), DateTime.UnixEpoch.AddDays(random.Next(9999)));
                    break;
                case 5:
                    _record.Begin(Check());
                    remembered = null;
                    break;
                case 6:
                    Run();
                    remembered = Held();
                    break;
            }

            (Reason() is null).ShouldBe(remembered == Held() && Inputs().Any(), $"step {step}");
        }
    }

    [Fact]
    public void A_name_with_a_line_end_and_one_with_a_percent_sign_are_told_apart()
    {
        Write("src/x\ny.cs", "1");
        Write("src/x%0Ay.cs", "2");
        Run();
        Reason().ShouldBeNull();
        Write("src/x%0Ay.cs", "1");
        Reason().ShouldBe("1 input changed: src/x%0Ay.cs");
    }

    [Fact]
    public void What_tools_make_is_no_source()
    {
        Write("src/bin/x.dll", "");
        Write("src/node_modules/y/index.js", "");
        SourceFiles.Below(PathOf("src")).Select(Path.GetFileName).ShouldBe(["a.cs", "b.cs"], ignoreOrder: true);
    }

    private string RecordDirectory => PathOf(".record");

    private string RecordFile => Path.Combine(RecordDirectory, "Compile");

    private IncrementalRecord Record(string owner) => new(RecordDirectory, _root, owner, mayRun: x => x.StartsWith("here/", StringComparison.Ordinal));

    private IncrementalCheck Check(params string[] keys) => _record.Check("Compile", Inputs(), Outputs, keys.Length > 0 ? keys : ["Release"]);

    private string? Reason(params string[] keys) => Check(keys).Reason;

    private void Run(params string[] keys)
    {
        var check = Check(keys);
        _record.Begin(check);
        _record.End(check, Inputs(), Outputs()).ShouldBeNull();
    }

    /// <summary>Names and contents, read without what is tested.</summary>
    private string Held() => string.Join(
        '|',
        new[] { "src", "out" }.SelectMany(x => Directory.GetFiles(PathOf(x))).Order(StringComparer.Ordinal).Select(x => $"{x}={File.ReadAllText(x)}"));

    private IEnumerable<string> Inputs() => SourceFiles.Below(PathOf("src"));

    private IEnumerable<string> Outputs() => [PathOf("out")];

    private string PathOf(string name) => Path.Combine(_root, name);

    private void Delete(string name) => File.Delete(PathOf(name));

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
    }

    [Theory]
    [InlineData("DB_PASSWORD=1234")]
    [InlineData("--build-arg=hunter2")]
    public void A_key_with_a_secret_in_it_cannot_be_guessed_from_what_is_remembered(string key)
    {
        var mask = new SecretMask();
        mask.Add(["hunter2"]);
        mask.Activate();

        var guess = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Length}:{key}\n")));
        RememberedRun.KeysDigest([key]).ShouldNotBe(guess);
        RememberedRun.KeysDigest([key]).ShouldBe(RememberedRun.KeysDigest([key]));
        RememberedRun.KeysDigest([key]).ShouldNotBe(RememberedRun.KeysDigest([key + "3"]));
        RememberedRun.KeysDigest(["no-secret"]).ShouldBe(Convert.ToHexStringLower(SHA256.HashData("9:no-secret\n"u8)));
    }
}
