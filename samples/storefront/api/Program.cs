using Storefront.Api.Database;
using Storefront.Api.Hosting;

if (args is not ([] or ["migrate"]))
{
    Console.Error.WriteLine("""
        Usage: dotnet Storefront.Api.dll           serve the API
               dotnet Storefront.Api.dll migrate   bring the database to the schema of this release
        """);
    return 2;
}

var builder = WebApplication.CreateSlimBuilder();
var settings = ShopSettings.From(builder.Configuration, builder.Environment.ContentRootPath);
try
{
    await using var database = ShopDatabase.Open(settings, TimeProvider.System);
    if (args is ["migrate"])
    {
        await MigrateCommand.RunAsync(database, Console.Out, CancellationToken.None);
        return 0;
    }

    await using var app = ShopApplication.Build(builder, settings, database, TimeProvider.System);
    await app.RunAsync();
    return 0;
}
catch (ShopDatabaseException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    Console.Error.WriteLine($"{e.Message.TrimEnd('.')}. Stop the other program, or set ASPNETCORE_URLS to another address.");
    return 1;
}
