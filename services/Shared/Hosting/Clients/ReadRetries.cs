using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Fazhi.Hosting;

/// <summary>
/// Tries reads again when the service is UNAVAILABLE for a moment (it restarts). Methods that change something are tried again by
/// their callers alone, who know whether they gave a request_id.
/// </summary>
internal static class ReadRetries
{
    private static readonly string[] ReadVerbs = ["Get", "List"];

    public static ServiceConfig For(Type clientType)
    {
        var service = (Google.Protobuf.Reflection.ServiceDescriptor?)clientType.DeclaringType?.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        var config = new ServiceConfig();
        if (service?.Methods.Where(IsRead).ToList() is not { Count: > 0 } reads)
            return config;

        var policy = new MethodConfig
        {
            RetryPolicy = new RetryPolicy
            {
                MaxAttempts = 4,
                InitialBackoff = TimeSpan.FromMilliseconds(100),
                MaxBackoff = TimeSpan.FromSeconds(1),
                BackoffMultiplier = 2.5,
                RetryableStatusCodes = { StatusCode.Unavailable },
            },
        };
        foreach (var method in reads)
            policy.Names.Add(new MethodName { Service = service.FullName, Method = method.Name });
        config.MethodConfigs.Add(policy);
        return config;
    }

    private static bool IsRead(MethodDescriptor method) =>
        !method.IsClientStreaming && !method.IsServerStreaming
        && (method.GetOptions()?.IdempotencyLevel == MethodOptions.Types.IdempotencyLevel.NoSideEffects
            || ReadVerbs.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)));
}
