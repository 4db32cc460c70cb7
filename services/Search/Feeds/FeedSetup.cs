namespace Fazhi.Search.Feeds;

/// <summary>Registers feeds.</summary>
internal static class FeedSetup
{
    /// <summary>Adds a feed and the consumer that takes it in for as long as the host runs.</summary>
    public static IServiceCollection AddFeed<TFeed>(this IServiceCollection services)
        where TFeed : ChangeFeed
    {
        services.AddSingleton<TFeed>();
        services.AddSingleton<ChangeFeed>(provider => provider.GetRequiredService<TFeed>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FeedConsumer>(provider, provider.GetRequiredService<TFeed>()));
        return services.AddSingleton<IHostedService>(provider => provider.GetServices<FeedConsumer>()
            .Single(consumer => consumer.Feed == provider.GetRequiredService<TFeed>().Name));
    }
}
