using System.Reflection;
using Fazhi.Gateway.Browsing;
using Fazhi.Gateway.Components;
using Fazhi.Gateway.Connect;
using Fazhi.Gateway.Contracts;
using Fazhi.Gateway.Errors;
using Fazhi.Gateway.Forwarding;
using Fazhi.Gateway.Listening;
using Fazhi.Gateway.Monitoring;
using Fazhi.Gateway.Protection;
using Fazhi.Gateway.Services;
using Fazhi.Hosting;
using Fazhi.Search.V1;
using Grpc.Reflection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;

namespace Fazhi.Gateway;

/// <summary>Puts the gateway together.</summary>
internal static class GatewayApp
{
    private const string DefaultListen = "http://localhost:8080";

    /// <summary>Builds the gateway for the services of the contract and of any further assemblies of generated code.</summary>
    public static WebApplication Build(string[] args, params Assembly[] furtherContracts)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(GatewayApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddProcessDefaults("gateway");
        builder.Services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(ContractCatalog.From([typeof(SearchService).Assembly, .. furtherContracts]));
        builder.Services.AddSingleton<ServiceDirectory>();
        FormKeys.Add(builder);
        AddListening(builder);
        AddForwarding(builder.Services);
        AddConnect(builder.Services);
        AddMonitoring(builder.Services);
        AddPages(builder.Services);

        var app = builder.Build();
        UseProtection(app);
        MapEndpoints(app);
        return app;
    }

    private static void AddListening(WebApplicationBuilder builder)
    {
        var listen = builder.Configuration["Fazhi:Listen"] ?? DefaultListen;
        var hosts = builder.Configuration["AllowedHosts"];
        builder.WebHost.UseUrls(listen);
        // Kestrel warns that an endpoint without TLS will not speak HTTP/2; with the sniffer it does.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        // Two lines for every call that passes through would hide what matters.
        builder.Logging.AddFilter("Yarp", LogLevel.Warning);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<GatewayOptions>, ILogger<ProtocolSniffer>>(KestrelSetup.Apply);
        builder.Services.Configure<HostFilteringOptions>(filter => AllowedHosts.Configure(filter, hosts, KestrelSetup.AddressesOf(listen)));
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<GatewayOptions>>((limiter, limits) => RateLimits.Configure(limiter, limits.Value));
    }

    private static void AddForwarding(IServiceCollection services)
    {
        services.AddReverseProxy().ConfigureHttpClient((_, handler) => ServiceConnections.Configure(handler));
        services.AddSingleton<IProxyConfigProvider>(provider => new InMemoryConfigProvider(
            GrpcRoutes.Routes(provider.GetRequiredService<ContractCatalog>()),
            GrpcRoutes.Clusters(provider.GetRequiredService<ServiceDirectory>())));
    }

    private static void AddConnect(IServiceCollection services)
    {
        services.AddSingleton<ConnectCodec>();
        services.AddSingleton<ConnectErrors>();
        services.AddSingleton<ConnectMetadata>();
        services.AddSingleton<ConnectEndpoint>();
        services.AddSingleton<ErrorForms>();
    }

    private static void AddMonitoring(IServiceCollection services)
    {
        services.AddGrpc();
        services.AddContractReflection();
        services.AddSingleton<ServiceHealth>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<PageCalls>();
        services.AddSingleton<ThemeNames>();
        services.AddSingleton<Regions>();
        services.AddSingleton<FunctionNames>();
        services.AddSingleton<Naming>();
        services.AddSingleton<ExampleQueries>();
        // Razor components write each Chinese character as a reference of eight bytes; compressed that is no more than the text itself.
        services.AddResponseCompression();
    }

    private static void UseProtection(WebApplication app)
    {
        app.UseTrueScheme();
        app.UseSecurityHeaders();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseWhen(context => CallForms.Of(context.Request) is CallForm.Page, pages =>
        {
            pages.UseResponseCompression();
            // A page that failed half-way has used up its scope: the page of the error gets its own.
            pages.UseExceptionHandler("/error/500", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
            pages.UseErrorPagesOfPosts();
        });
        app.UseHostFiltering();
        app.UseGrpcOverHttp2Only();
        app.UseRateLimiter();
        app.UseRouting();
        app.UseAntiforgery();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapReverseProxy(proxy => proxy.UseGrpcStatusOnFailure());
        app.Map("/{service:regex(^fazhi\\.)}/{method}", (HttpContext context, ConnectEndpoint connect) => connect.HandleAsync(context));
        app.MapGrpcService<GatewayHealthService>();
        app.MapGrpcService<ReflectionServiceImpl>();
        app.MapGrpcService<ReflectionV1ServiceImpl>();
        app.MapHealth();
        app.MapSiteFiles();
        app.MapOriginals();
        app.MapSuggestions();
        app.MapExport();
        app.MapAtomFeeds();
        app.MapRazorComponents<App>();
    }
}
