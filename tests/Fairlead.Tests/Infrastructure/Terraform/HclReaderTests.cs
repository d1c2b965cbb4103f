using Fairlead.Infrastructure.Terraform.Configuration;

namespace Fairlead.Tests.Infrastructure.Terraform;

public sealed class HclReaderTests
{
    [Fact]
    public void Blocks_labels_and_attributes_are_found_between_comments_strings_and_heredocs()
    {
        var body = HclReader.Read(
            """"
            # variable "commented" {}
            // so { is this
            /* variable "also" {
            } */
            terraform {
              required_version = ">= 1.11" # why
              backend "s3" {
                use_lockfile = true
              }
            }
            variable "pw" {
              type      = string
              sensitive = true // hidden
              default   = "a \"quoted\" } brace ${join("}", ["{"])}"
            }
            variable plain { type = map(object({ a = string })) }
            locals {
              script = <<-EOT
                variable "in_heredoc" { sensitive = true }
                EOT
              list = [
                "a", # first }
                "b",
              ]
            }
            variable "last" { default = 1 }
            """");

        body.Blocks.Select(x => string.Join(' ', [x.Type, .. x.Labels])).ShouldBe(["terraform", "variable pw", "variable plain", "locals", "variable last"]);
        body.Blocks[0].Body.Attributes["required_version"].ShouldBe("\">= 1.11\"");
        body.Blocks[0].Body.Blocks.ShouldHaveSingleItem().Labels.ShouldBe(["s3"]);
        body.Blocks[1].Body.Attributes["sensitive"].ShouldBe("true");
        body.Blocks[2].Body.Attributes["type"].ShouldBe("map(object({ a = string }))");
        body.Blocks[3].Body.Attributes.Keys.ShouldBe(["script", "list"]);
    }

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"a \\\"b\\\" \\\\ \\n\"", "a \"b\" \\ \n")]
    [InlineData("\"$${literal}\"", "${literal}")]
    [InlineData("\"${template}\"", null)]
    [InlineData("5", null)]
    [InlineData("[\"a\"]", null)]
    [InlineData("\"a\" + \"b\"", null)]
    public void A_quoted_string_without_a_template_is_a_literal(string expression, string? expected) => HclReader.Literal(expression).ShouldBe(expected);

    [Theory]
    [InlineData("plain")]
    [InlineData("with \"quotes\" and \\ and\nlines")]
    [InlineData("${not_a_template} %{nor_this} $${} $ %")]
    [InlineData("")]
    public void What_is_quoted_reads_back(string text) => HclReader.Literal(HclReader.Quote(text)).ShouldBe(text);

    [Fact]
    public void Every_string_of_an_expression_is_found()
        => HclReader.Literals("[\"one\", { key = \"two\" }, <<EOT\nthree\nEOT\n] # \"four\"").ShouldBe(["one", "two", "three"]);

    [Theory]
    [InlineData("variable \"a")]
    [InlineData("variable \"a\" {")]
    [InlineData("}}}{{{")]
    [InlineData("a = <<EOT\nnever ends")]
    [InlineData("a = \"${\"${")]
    [InlineData("/*")]
    [InlineData("=")]
    [InlineData("a")]
    [InlineData("\\")]
    [InlineData("a = \"\\")]
    public void What_is_broken_is_read_to_its_end(string text) => Should.NotThrow(() => HclReader.Read(text));

    [Fact]
    public void An_unfinished_heredoc_has_the_lines_that_it_has()
        => HclReader.Literals("[<<EOT\nthree\nfour").ShouldBe(["three", "four"]);

    [Theory]
    [InlineData("<<EOT")]
    [InlineData("<<EOT\n")]
    [InlineData("<<-EOT\nEOT")]
    public void A_heredoc_without_lines_has_no_strings(string expression) => HclReader.Literals(expression).Where(x => x.Length > 0).ShouldBeEmpty();

    [Theory]
    [InlineData("a {", "")]
    [InlineData("a = \"${", "")]
    [InlineData("a = [\"%{", "}\"]")]
    public void Nesting_without_end_is_an_error_with_its_line_and_ends_no_process(string open, string close)
    {
        var inner = open[open.IndexOfAny(['"', 'a'])..];
        inner = inner.Contains('"') ? inner[inner.IndexOf('"')..] : inner;

        var error = Should.Throw<HclException>(() => HclReader.Read($"one = 1\n{open}{string.Concat(Enumerable.Repeat(inner, 1_000_000))}{close}"));

        (error.Line, error.Message).ShouldBe((2, "nests more than 100 deep"));
    }

    [Fact]
    public void A_hundred_blocks_in_each_other_are_read()
        => HclReader.Read(string.Concat(Enumerable.Repeat("a {", 100))).Blocks.ShouldHaveSingleItem();
}
