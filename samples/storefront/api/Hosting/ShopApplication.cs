using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Logging.Console;
using Storefront.Api.Database;
using Storefront.Api.Health;
using Storefront.Api.Orders;
using Storefront.Api.Products;

namespace Storefront.Api.Hosting;

/// <summary>Puts the web application together. It never migrates the database: that is its own command.</summary>
internal static class ShopApplication
{
    /// <summary>In bytes. An order of the largest size that validation accepts has about 6,000.</summary>
    public const long LargestRequestBody = 32 * 1024;

    /// <summary>Shorter than the 30 s after which container platforms kill what did not stop.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(20);

    public static WebApplication Build(WebApplicationBuilder builder, ShopSettings settings, IShopDatabase database, TimeProvider time)
    {
        AddLogging(builder.Logging);
        builder.WebHost.ConfigureKestrel(x =>
        {
            x.AddServerHeader = false;
            x.Limits.MaxRequestBodySize = LargestRequestBody;
        });
        builder.Services.Configure<HostOptions>(x => x.ShutdownTimeout = ShutdownTimeout);
        builder.Services.Configure<RouteHandlerOptions>(x => x.ThrowOnBadRequest = false);
        builder.Services.ConfigureHttpJsonOptions(x => x.SerializerOptions.TypeInfoResolverChain.Insert(0, ShopJson.Default));
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(database);

        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerFailureAsync,
            SuppressDiagnosticsCallback = x => x.Exception is ShopDatabaseException,
        });
        app.UseStatusCodePages(x => Problem.DescribeStatusAsync(x.HttpContext));
        app.MapHealth();
        app.MapProducts();
        app.MapOrders();
        return app;
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(x =>
        {
            x.SingleLine = true;
            x.UseUtcTimestamp = true;
            x.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            x.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.None); // it logs what it throws, and what it throws is logged here

        // A start that fails is told in one line by Program.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    private static Task AnswerFailureAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is not ShopDatabaseException database)
        {
            return Problem.DescribeStatusAsync(context);
        }

        RequestLog.LogDatabase(context.RequestServices.GetRequiredService<ILogger<RequestLog>>(), database.Message);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        return Problem.Of(
            StatusCodes.Status503ServiceUnavailable,
            "The shop is not available",
            "The shop's database does not answer as it should. Try again in a moment.").ExecuteAsync(context);
    }
}
