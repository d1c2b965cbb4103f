using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>Whatever runs on a developer's machine, in CI or on an instance is what this repository says, and not what a server sends today.</summary>
public sealed class DownloadTests
{
    private const string Digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    // What is not pinned, and why. A line that is no longer there has to go from here.
    private static readonly (string Path, string Line, string Reason)[] Accepted =
    [
        ("build.sh", "curl -fsSL --proto \"$transport\"", "the lines below it compare the archive with build/sdk.sha512"),
        ("build.sh", "wget -q --secure-protocol=TLSv1_2", "as curl's"),
        ("build.ps1", "Invoke-WebRequest -Uri $url", "the lines below it compare the archive with build/sdk.sha512"),
        ("infra/modules/pinned-download/files/fetch-pinned.sh", "curl -fsSL --proto '=https'", "it is what compares with a pin"),
        ("infra/stacks/flora/scripts/bootstrap.sh", "download() { curl", "the agent, whose signature is compared with a pinned key, and RDS' certificates"),
        ("infra/stacks/ecommerce/files/backend-setup.sh", "truststore.pki.rds.amazonaws.com", "AWS changes them, and publishes no digest"),
        ("infra/stacks/flora/scripts/bootstrap.sh", "snap install aws-cli", "snapd verifies the store's signature of publisher and revision"),
        ("infra/stacks/ecommerce/backend.tf", "pip install", "the release's own list of packages, which is the application's to pin"),
        (".ci/run", "'moto[server]~=5.2.0'", "an emulator for tests, in a job that has no credentials"),
        ("tests/emulator/server.py", "pip install 'moto[server]~={MOTO}.0'", "the same, in a message to a person"),
    ];

    // GitHub's own, which see what the runner sees anyhow; NUKE's generator writes them so.
    private static readonly Regex OwnAction = new(@"uses: actions/(checkout|cache|upload-artifact)@v\d+$");

    [Fact]
    public void What_a_script_downloads_is_pinned_or_has_a_reason()
        => Downloads.Scripts()
            .SelectMany(x => Downloads.Unpinned(x.Text).Select(y => (x.Path, y.Line, y.What)))
            .Where(x => !Accepted.Any(y => y.Path == x.Path && x.Line.Contains(y.Line)))
            .Where(x => !x.Path.StartsWith(".github/workflows/", StringComparison.Ordinal) || !OwnAction.IsMatch(x.Line))
            .Select(x => $"{x.Path}: {x.What}: {x.Line.Trim()}")
            .ShouldBeEmpty("Pin it by version and digest (on an instance with fetch-pinned), or give it a reason here.");

    [Fact]
    public void Every_reason_is_that_of_a_download_that_is_there()
    {
        var scripts = Downloads.Scripts().ToDictionary(x => x.Path, x => x.Text);

        Accepted.Where(x => !scripts.TryGetValue(x.Path, out var text) || !Downloads.Unpinned(text).Any(y => y.Line.Contains(x.Line))).ShouldBeEmpty();
    }

    [Fact]
    public void Scripts_download_over_https_alone()
    {
        var downloads = Downloads.Scripts().SelectMany(x => Downloads.ByCurl(x.Text)).ToList();

        downloads.Count.ShouldBe(4);
        downloads.ShouldAllBe(x => x.Contains("--proto") && x.Contains("--tlsv1.2"));
    }

    [Fact]
    public void Scripts_workflows_and_user_data_are_all_looked_at()
        => new[]
        {
            ".ci/run",
            ".github/workflows/ci.yml",
            "build.ps1",
            "infra/modules/jenkins/files/setup.sh",
            "infra/modules/vault/host/vault-host-setup",
            "infra/stacks/ecommerce/backend.tf",
            "infra/stacks/flora/scripts/bootstrap.sh",
            "tests/emulator/server.py",
        }.ShouldBeSubsetOf(Downloads.Scripts().Select(x => x.Path));

    [Theory]
    [InlineData("curl -fsSL -o /opt/tool.jar https://example.com/tool.jar")]
    [InlineData("curl -fsSL https://example.com/setup | bash")]
    [InlineData("curl -fsSL https://example.com/setup | sudo -E bash -")]
    [InlineData("wget https://example.com/tool.tgz")]
    [InlineData("curl \"$url\" -o tool")]
    [InlineData("dnf install -y https://example.com/x.rpm")]
    [InlineData("$(curl -s https://example.com/tool.sha256)")]
    [InlineData("  again wget -O tool.tar.gz https://example.com/tool.tar.gz")]
    [InlineData("bash dotnet-install.sh --channel 10.0")]
    [InlineData("sh get.docker.com")]
    [InlineData("try { Invoke-WebRequest -Uri $url -OutFile $file }")]
    [InlineData("/usr/local/lib/service/fetch-pinned https://example.com/tool \"$digest\" /opt/tool")]
    [InlineData("/usr/local/lib/service/fetch-pinned \"https://example.com/tool\" sha256:abc /opt/tool")]
    [InlineData("/usr/local/lib/service/fetch-pinned \\\n    https://example.com/tool sha256:$(cat digest) /opt/tool")]
    [InlineData("pin=sha256:$(curl https://example.com/tool.sha256)")]
    [InlineData("gpgkey=https://example.com/gpg")]
    [InlineData("gpgcheck=0")]
    [InlineData("dnf config-manager --add-repo https://example.com/example.repo")]
    [InlineData("rpm --import https://example.com/gpg")]
    [InlineData("      - uses: actions/checkout@v6")]
    [InlineData("        uses: someone/something@main")]
    [InlineData("FROM node:22-alpine")]
    [InlineData("FROM --platform=linux/amd64 mcr.microsoft.com/dotnet/aspnet:10.0 AS run")]
    [InlineData("    image: postgres:17")]
    [InlineData("docker run --rm hashicorp/terraform:latest")]
    [InlineData("ADD https://example.com/tool.tar.gz /opt/")]
    [InlineData("python3 -m pip install moto==5.2.0")]
    [InlineData("npm install --global pnpm@10 pm2@6")]
    [InlineData("npm install --global pnpm@10.18.3 pm2@6")]
    [InlineData("npm install -g pnpm")]
    [InlineData("npx serve@latest dist")]
    [InlineData("\"start\": \"npx serve dist\"")]
    [InlineData("dotnet tool install --global dotnet-reportgenerator-globaltool")]
    [InlineData("go install example.com/tool@latest")]
    [InlineData("  source = \"git::https://example.com/module.git?ref=main\"")]
    [InlineData("curl --insecure --head https://example.com/")]
    public void A_download_that_is_not_pinned_is_found(string line) => Downloads.Unpinned(line).ShouldNotBeEmpty();

    [Theory]
    [InlineData("# curl -o tool https://example.com/tool")]
    [InlineData("command -v curl >/dev/null")]
    [InlineData("dnf install -y -q curl")]
    [InlineData("if curl -fsS -o /dev/null --max-time 5 \"$health_url\"; then")]
    [InlineData("token=$(curl -fsS -X PUT http://169.254.169.254/latest/api/token)")]
    [InlineData("fetch-pinned https://example.com/tool sha256:" + Digest + " /opt/tool")]
    [InlineData("fetch-pinned \\\n    \"https://example.com/tool\" \\\n    sha512:" + Digest + Digest + " /opt/tool")]
    [InlineData("fetch-pinned https://example.com/gpg key:0123456789ABCDEF0123456789ABCDEF01234567 /etc/key.asc")]
    [InlineData("pin=sha256:" + Digest)]
    [InlineData("gpgkey=file:///etc/pki/rpm-gpg/example.asc")]
    [InlineData("      - uses: someone/something@0123456789abcdef0123456789abcdef01234567 # v1")]
    [InlineData("      - uses: ./.github/actions/own")]
    [InlineData("FROM node:22-alpine@sha256:" + Digest)]
    [InlineData("FROM scratch")]
    [InlineData("FROM build AS run")]
    [InlineData("ADD --checksum=sha256:" + Digest + " https://example.com/tool.tar.gz /opt/")]
    [InlineData("pip install --require-hashes -r requirements.txt")]
    [InlineData("npm install --global --no-fund pnpm@10.18.3 pm2@6.0.14")]
    [InlineData("npm ci")]
    [InlineData("npx serve@14.2.4 dist/")]
    [InlineData("dotnet tool install --global tool --version 1.2.3")]
    [InlineData("  source = \"../../modules/network\"")]
    public void What_is_pinned_or_no_download_is_let_be(string line) => Downloads.Unpinned(line).ShouldBeEmpty();
}
