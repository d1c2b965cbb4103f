using System.Security.Cryptography;
using System.Text;

namespace Fairlead.Secrets.Tests;

public sealed class SecretLinesTests
{
    private const string KubeConfig = """
        apiVersion: v1
        kind: Config
        clusters:
        - cluster:
            server: https://10.0.0.1:6443
            certificate-authority-data: LS0tLS1CRUdJTiBDRVJU
          name: minikube
        current-context: minikube
        users:
        - name: minikube
          user:
            token: short1
            password: lower
        """;

    private const string JsonKey = """
        {
          "type": "service_account",
          "private_key": "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n",
          "client_id": "104",
          "token_uri": "https://oauth2.googleapis.com/token"
        }
        """;

    [Theory]
    [InlineData(KubeConfig)]
    [InlineData(JsonKey)]
    public void The_structure_of_a_document_is_no_secret(string document)
    {
        const string Text = """users: kind: Config minikube "type": "service_account", https://oauth2.googleapis.com/token { } clusters: - cluster:""";
        var mask = Mask(document);

        mask.Apply(Text).ShouldBe(Text);
        mask.Apply($"x {document} y").ShouldBe($"x {SecretMask.Mark} y");
    }

    [Fact]
    public void Its_values_are() => SecretMask.LinesOf(KubeConfig).ShouldBe(["LS0tLS1CRUdJTiBDRVJU", "short1", "lower"]);

    [Theory]
    [InlineData("MIIEvQIBADANBgkq")]
    [InlineData("hkiG9w0BAQEFAASC")]
    public void So_are_the_lines_of_a_key_in_it(string line) => Mask(JsonKey).Apply($"a {line} b").ShouldBe($"a {SecretMask.Mark} b");

    [Theory]
    [InlineData("""{"auths":{"registry.example.com":{"auth":"dXNlcjpodW50ZXI=","email":"a@example.com"}}}""", "dXNlcjpodW50ZXI=", "registry.example.com")]
    [InlineData("""{"feeds":[{"endpoint":"https://feed.example.com","username":"build","password":"hunter2"}]}""", "hunter2", "https://feed.example.com")]
    [InlineData("""{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n"}""", "MIIEvQIBADANBgkq", "service_account")]
    [InlineData("Username=build;Password=hunter2;ValidAuthenticationTypes=basic", "hunter2", "basic")]
    public void Of_a_document_in_one_line_as_well(string document, string secret, string other)
        => Mask(document).Apply($"a {secret} b {other} c").ShouldBe($"a {SecretMask.Mark} b {other} c");

    [Theory]
    [InlineData("-----BEGIN KEY-----\nMIIBwordsAndMore42==\n-----END KEY-----", "MIIBwordsAndMore42==")]
    [InlineData("correct horse\r\nbattery staple\r\n", "battery staple")]
    [InlineData("correct horse\rbattery staple", "battery staple")]
    [InlineData("my pass: word-1\nother", "my pass: word-1")]
    public void A_line_of_a_secret_that_is_no_document_is_one(string secret, string line) => SecretMask.LinesOf(secret).ShouldContain(line);

    [Fact]
    public void A_secret_of_one_line_is_that_line() => SecretMask.LinesOf(" user: x\n").ShouldBe(["user: x"]);

    [Theory]
    [InlineData(76)]
    [InlineData(64)]
    public void Each_line_of_a_wrapped_encoding_is_masked(int columns)
    {
        var secret = Convert.ToHexString(SHA256.HashData("a"u8)) + Convert.ToHexString(SHA256.HashData("b"u8)) + "some-more-of-it";
        var lines = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).Chunk(columns).Select(x => new string(x)).ToList();

        foreach (var line in lines)
        {
            Mask(secret).Apply($"> {line}").TrimEnd('=').ShouldBe($"> {SecretMask.Mark}");
        }

        Mask(secret).Apply(string.Join("\\n", lines)).TrimEnd('=').ShouldBe(string.Join("\\n", lines.Select(_ => SecretMask.Mark)));
    }

    private static SecretMask Mask(string secret)
    {
        var mask = new SecretMask();
        mask.Add([secret]);
        return mask;
    }
}
