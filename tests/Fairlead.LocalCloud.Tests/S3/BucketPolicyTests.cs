using Fairlead.LocalCloud.S3.Operations;

namespace Fairlead.LocalCloud.Tests.S3;

/// <summary>What denies, denies: also where it names what it does not mean, and where this cannot tell.</summary>
public sealed class BucketPolicyTests
{
    private const string Distribution = "arn:aws:cloudfront::000000000000:distribution/E1";
    private const string Everybody = "\"Principal\":\"*\"";
    private const string List = "\"Action\":\"s3:ListBucket\"";
    private const string Here = "\"Resource\":\"arn:aws:s3:::site\"";

    [Theory]
    [InlineData($"{Everybody},\"NotAction\":\"s3:GetObject\",{Here}", false)]
    [InlineData($"{Everybody},\"NotAction\":[\"s3:GetObject\",\"s3:List*\"],{Here}", true)]
    [InlineData($"{Everybody},{List},\"NotResource\":\"arn:aws:s3:::other\"", false)]
    [InlineData($"{Everybody},{List},\"NotResource\":\"arn:aws:s3:::site*\"", true)]
    [InlineData($"\"NotPrincipal\":{{\"AWS\":\"arn:aws:iam::000000000000:root\"}},{List},{Here}", false)]
    [InlineData($"\"NotPrincipal\":{{\"Service\":\"cloudfront.amazonaws.com\"}},{List},{Here}", true)]
    [InlineData($"\"Principal\":{{\"AWS\":\"arn:aws:iam::000000000000:root\"}},{List},{Here}", true)]
    public void A_statement_that_names_whom_or_what_it_does_not_mean_denies_all_else(string statement, bool lists) => Lists(statement).ShouldBe(lists);

    [Theory]
    [InlineData("\"StringEquals\":{\"aws:SourceArn\":\"ARN\"}", false)]
    [InlineData("\"StringEquals\":{\"aws:SourceArn\":\"ARN*\"}", true)]
    [InlineData("\"StringNotEquals\":{\"aws:SourceArn\":\"ARN\"}", true)]
    [InlineData("\"StringNotEquals\":{\"aws:SourceArn\":\"ARN2\"}", false)]
    [InlineData("\"StringNotEqualsIfExists\":{\"aws:SourceAccount\":[\"1\",\"2\"]}", false)]
    [InlineData("\"StringNotLike\":{\"aws:SourceArn\":\"arn:aws:cloudfront::*\"}", true)]
    [InlineData("\"ArnNotEquals\":{\"aws:SourceArn\":\"ARN2\"}", false)]
    [InlineData("\"ArnNotLike\":{\"aws:SourceArn\":\"ARN*\"}", true)]
    [InlineData("\"ArnNotLike\":{\"aws:SourceArn\":\"arn:*:2\"},\"StringEquals\":{\"aws:SourceAccount\":\"1\"}", true)]
    [InlineData("\"Bool\":{\"aws:SecureTransport\":\"false\"}", true)]
    [InlineData("\"Bool\":{\"aws:SecureTransport\":true}", false)]
    [InlineData("\"NumericLessThan\":{\"s3:TlsVersion\":1.2}", true)]
    [InlineData("\"NumericLessThan\":{\"s3:TlsVersion\":\"none\"}", false)]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", false)]
    [InlineData("\"StringEquals\":{\"s3:prefix\":\"a/\"}", false)]
    [InlineData("\"Unheard\":{\"aws:SourceArn\":\"ARN\"}", false)]
    public void A_condition_that_is_met_or_cannot_be_decided_denies(string condition, bool lists)
        => Lists($"{Everybody},{List},{Here},\"Condition\":{{{condition.Replace("ARN", Distribution)}}}").ShouldBe(lists);

    [Theory]
    [InlineData("\"StringNotEquals\":{\"aws:SourceArn\":\"ARN2\"}", true)]
    [InlineData("\"Unheard\":{\"aws:SourceArn\":\"ARN\"}", false)]
    [InlineData("\"StringEquals\":{\"s3:prefix\":\"a/\"}", false)]
    public void What_cannot_be_decided_does_not_allow(string condition, bool lists)
        => Allowed($$"""{"Effect":"Allow",{{Everybody}},{{List}},{{Here}},"Condition":{ {{condition.Replace("ARN", Distribution)}} } }""").ShouldBe(lists);

    [Fact]
    public void Nobody_is_allowed_by_not_being_left_out()
        => Allowed($$"""{"Effect":"Allow","NotPrincipal":{"Service":"cloudfront.amazonaws.com"},{{List}},{{Here}} }""").ShouldBeFalse();

    /// <summary>Of a key that a request does not have, IAM says what each operator makes; of others nothing is known here.</summary>
    [Theory]
    [InlineData("\"StringEquals\":{\"aws:SourceArn\":\"a\"}", false)]
    [InlineData("\"StringNotEquals\":{\"aws:SourceArn\":\"a\"}", true)]
    [InlineData("\"StringEqualsIfExists\":{\"aws:SourceArn\":\"a\"}", true)]
    [InlineData("\"Null\":{\"aws:SourceArn\":\"true\"}", true)]
    [InlineData("\"Null\":{\"aws:SourceArn\":false}", false)]
    [InlineData("\"Null\":{\"aws:PrincipalAccount\":false}", true)]
    [InlineData("\"StringEquals\":{\"aws:PrincipalAccount\":\"anonymous\"}", true)]
    [InlineData("\"StringEqualsIgnoreCase\":{\"aws:principaltype\":\"ANONYMOUS\"}", true)]
    [InlineData("\"StringNotEqualsIgnoreCase\":{\"aws:PrincipalType\":\"ANONYMOUS\"}", false)]
    [InlineData("\"Bool\":{\"aws:PrincipalIsAWSService\":\"false\"}", false)]
    [InlineData("\"NumericGreaterThanEquals\":{\"s3:TlsVersion\":\"1.2\"}", true)]
    [InlineData("\"StringLike\":{\"aws:PrincipalType\":[\"A*\",\"${aws:username}\"]}", false)]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":\"0.0.0.0/0\"}", false)]
    public void Anybody_is_allowed_by_a_condition_that_is_surely_met(string condition, bool reads) => Effect(
        Requester.Anybody,
        "s3:GetObject",
        "arn:aws:s3:::site/a",
        $$"""{"Effect":"Allow",{{Everybody}},"Action":"s3:GetObject","Resource":"*","Condition":{ {{condition}} } }""")
        .ShouldBe(reads ? PolicyEffect.Allows : PolicyEffect.None);

    /// <summary>Of an object that was found the tags are known, and so is that it has no other.</summary>
    [Theory]
    [InlineData("Deny", "\"StringEquals\":{\"s3:ExistingObjectTag/confidential\":\"yes\"}", true)]
    [InlineData("Deny", "\"StringNotEquals\":{\"s3:ExistingObjectTag/confidential\":\"no\"}", false)]
    [InlineData("Deny", "\"StringEqualsIfExists\":{\"s3:existingobjecttag/confidential\":\"yes\"}", false)]
    [InlineData("Deny", "\"Null\":{\"s3:ExistingObjectTag/confidential\":\"true\"}", false)]
    [InlineData("Deny", "\"Null\":{\"s3:ExistingObjectTag/confidential\":\"false\"}", true)]
    [InlineData("Deny", "\"StringEquals\":{\"s3:ExistingObjectTag/Shown\":\"yes\"}", false)]
    [InlineData("Deny", "\"Null\":{\"s3:ExistingObjectTag/shown\":\"true\"}", true)]
    [InlineData("Deny", "\"StringEquals\":{\"s3:RequestObjectTag/confidential\":\"yes\"}", false)]
    [InlineData("Allow", "\"StringEquals\":{\"s3:ExistingObjectTag/confidential\":\"yes\"}", false)]
    [InlineData("Allow", "\"StringNotEquals\":{\"s3:ExistingObjectTag/confidential\":\"yes\"}", true)]
    [InlineData("Allow", "\"StringEqualsIfExists\":{\"s3:ExistingObjectTag/confidential\":\"no\"}", true)]
    [InlineData("Allow", "\"Null\":{\"s3:ExistingObjectTag/confidential\":true}", true)]
    [InlineData("Allow", "\"StringNotEquals\":{\"s3:ExistingObjectTag/shown\":\"yes\"}", false)]
    public void A_tag_that_the_object_does_not_have_is_known_to_be_absent(string effect, string condition, bool reads)
    {
        const string allowed = $$"""{"Effect":"Allow",{{Everybody}},"Action":"s3:GetObject","Resource":"*"},""";

        Effect(
            Requester.Anybody.WithTags([KeyValuePair.Create("shown", "yes")]),
            "s3:GetObject",
            "arn:aws:s3:::site/a",
            $$"""{{(effect == "Deny" ? allowed : "")}}{"Effect":"{{effect}}",{{Everybody}},"Action":"s3:*","Resource":"*","Condition":{ {{condition}} } }""")
            .ShouldBe(reads ? PolicyEffect.Allows : effect == "Deny" ? PolicyEffect.Denies : PolicyEffect.None);
    }

    /// <summary>Services sign; who has not signed is none.</summary>
    [Fact]
    public void Any_service_is_not_everybody()
    {
        const string allow = $$"""{"Effect":"Allow","Principal":{"Service":"*"},{{List}},{{Here}} }""";
        const string deny = $$"""{"Effect":"Allow",{{Everybody}},{{List}},{{Here}} },{"Effect":"Deny","NotPrincipal":{"Service":"*"},{{List}},{{Here}} }""";

        Allowed(allow).ShouldBeTrue();
        Effect(Requester.Anybody, "s3:ListBucket", "arn:aws:s3:::site", allow).ShouldBe(PolicyEffect.None);
        Allowed(deny).ShouldBeTrue();
        Effect(Requester.Anybody, "s3:ListBucket", "arn:aws:s3:::site", deny).ShouldBe(PolicyEffect.Denies);
    }

    [Theory]
    [InlineData(@"arn:aws:s3:::site/a\\b", @"a\b", true)]
    [InlineData(@"arn:aws:s3:::site/a\\*", @"a\b", true)]
    [InlineData(@"arn:aws:s3:::site/a\\*", "a*", false)]
    [InlineData("arn:aws:s3:::site/a?", "a", false)]
    public void A_backslash_of_a_pattern_is_itself(string resource, string key, bool reads) => Effect(
        Requester.Anybody,
        "s3:GetObject",
        $"arn:aws:s3:::site/{key}",
        $$"""{"Effect":"Allow",{{Everybody}},"Action":"s3:getobject","Resource":"{{resource}}"}""")
        .ShouldBe(reads ? PolicyEffect.Allows : PolicyEffect.None);

    private static bool Lists(string denied)
        => Allowed($$"""{"Effect":"Allow",{{Everybody}},"Action":"s3:*","Resource":"*"},{"Effect":"Deny",{{denied}} }""");

    private static bool Allowed(string statements)
        => Effect(Requester.CloudFront(Distribution, "000000000000"), "s3:ListBucket", "arn:aws:s3:::site", statements) == PolicyEffect.Allows;

    private static PolicyEffect Effect(Requester by, string action, string resource, string statements)
        => BucketPolicy.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""").EffectOn(by, action, resource);
}
