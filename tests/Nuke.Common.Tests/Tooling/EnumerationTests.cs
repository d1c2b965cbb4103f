using System.ComponentModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;

namespace Nuke.Common.Tests.Tooling;

public sealed class EnumerationTests
{
    /// <summary>As in the build that NUKE's setup writes.</summary>
    [TypeConverter(typeof(TypeConverter<Colour>))]
    public sealed class Colour : Enumeration
    {
        public static Colour Red = new() { Value = nameof(Red) };
        public static Colour Blue = new() { Value = "blue!" };

        public static implicit operator string(Colour colour) => colour.Value;
    }

    [Fact]
    public void Values_are_equal_when_their_type_and_text_are()
    {
        DotNetVerbosity text = "quiet";
        (text == DotNetVerbosity.quiet).ShouldBeTrue();
        (text != DotNetVerbosity.minimal).ShouldBeTrue();
        text.GetHashCode().ShouldBe(DotNetVerbosity.quiet.GetHashCode());
        DotNetVerbosity.quiet.Equals(DotNetFormatSeverity.info).ShouldBeFalse();
        ((Enumeration?)null == null).ShouldBeTrue();
        ((string)Colour.Blue).ShouldBe("blue!");
    }

    [Fact]
    public void A_value_is_converted_from_its_name_without_regard_to_case()
        => TypeDescriptor.GetConverter(typeof(Colour)).ConvertFromInvariantString("bLUE").ShouldBeSameAs(Colour.Blue);

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
        => Should.Throw<ArgumentException>(() => TypeDescriptor.GetConverter(typeof(Colour)).ConvertFromInvariantString("green"))
            .Message.ShouldBe("'green' is not a value of Colour. Give one of: Red, Blue.");
}
