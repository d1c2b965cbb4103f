using System.Text.Json;
using Fairlead.IntegrationTests.Deploy;

namespace Fairlead.IntegrationTests.Browser;

/// <summary>A visitor with a real browser.</summary>
[Collection(DeployedCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class BrowserTests(DeployedClone clone)
{
    [ToolFact("chromium", "npm", "node")]
    public async Task A_visitor_orders_a_product_and_finds_the_order_after_a_reload()
    {
        var directory = Directory.CreateTempSubdirectory("fairlead-browser-");
        try
        {
            foreach (var file in new[] { "package.json", "package-lock.json", "order.mjs" })
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, "Browser", file), Path.Combine(directory.FullName, file));
            }

            var install = await BuildRun.ProcessAsync(directory.FullName, "npm", ["ci", "--no-audit", "--no-fund"]);
            install.ExitCode.ShouldBe(0, install.Output);

            var run = await BuildRun.ProcessAsync(directory.FullName, "node", ["order.mjs", clone.PublicUrl.AbsoluteUri, "chromium"]);

            run.ExitCode.ShouldBe(0, run.Output);
            using var seen = JsonDocument.Parse(run.Output.Split('\n').Last(x => x.StartsWith('{')));
            seen.RootElement.GetProperty("same").GetBoolean().ShouldBeTrue(run.Output);
            seen.RootElement.GetProperty("order").GetString()!.ShouldContain("Ada Lovelace");
            seen.RootElement.GetProperty("problems").GetArrayLength().ShouldBe(0, run.Output);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
