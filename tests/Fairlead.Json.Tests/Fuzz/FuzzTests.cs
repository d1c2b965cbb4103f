using System.Text.Json;
using Fairlead.Testing.Fuzzing;
using Xunit.Abstractions;

namespace Fairlead.Json.Tests.Fuzz;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, FuzzTarget> Targets = new[]
    {
        FuzzTarget.Utf8("WellFormedJson", x => WellFormedJson.Parse(x), """{"a":{"b":[1,"\ud83d\ude00",null,true]},"größe":1e5}""")
            .RefusesWith<JsonException>(),
        FuzzTarget.Utf8("WellFormedJson's objects", x => WellFormedJson.ParseObject(x), """{"a":{"b":[1,"\ud83d\ude00",null,true]},"größe":1e5}""")
            .RefusesWith<JsonException>(),
    }.ToDictionary(x => x.Name);

    public static TheoryData<string> Names => [.. Targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_input_is_read_or_refused_in_words(string name) => output.WriteLine(FuzzRun.Of(Targets[name]).ToString());
}
