using Fairlead.Components.Web;

namespace Fairlead.Components.Tests.Web;

public sealed class NpmFailureTests
{
    [Fact]
    public void The_compilers_error_is_in_the_message_and_npms_chatter_is_not()
    {
        string[] output =
        [
            "npm warn Unknown user config \"nodedir\".",
            "",
            "> storefront-web@1.0.0 build",
            "> tsc --noEmit && vite build",
            "src/App.tsx(46,7): error TS2322: Type 'string' is not assignable to type 'number'.",
        ];

        var exception = NpmFailure.Of(output, 2, "npm run build", "samples/web");

        exception.What.ShouldBe("'npm run build' ended with exit code 2.");
        exception.Message.ShouldContain("src/App.tsx(46,7): error TS2322");
        exception.Message.ShouldNotContain("npm warn");
        exception.Message.ShouldNotContain("> tsc");
        exception.Next.ShouldContain("samples/web");
    }

    [Fact]
    public void Of_a_long_output_the_end_is_told()
    {
        var exception = NpmFailure.Of(Enumerable.Range(1, 100).Select(x => $"line {x}."), 1, "npm test", "web");

        exception.Message.ShouldContain("line 100.");
        exception.Message.ShouldNotContain("line 50.");
    }

    [Fact]
    public void Npms_own_errors_are_kept()
        => NpmFailure.Of(["npm error code ENOTFOUND"], 1, "npm ci", "web").Message.ShouldContain("npm error code ENOTFOUND");

    [Fact]
    public void A_script_that_says_nothing_is_told_so()
        => NpmFailure.Of([], 137, "npm run build", "web").Why.ShouldBe("It said nothing.");
}
