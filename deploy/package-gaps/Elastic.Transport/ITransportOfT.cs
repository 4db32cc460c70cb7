namespace Elastic.Transport;

/// <summary>A transport whose settings can be seen.</summary>
/// <typeparam name="TConfiguration">Their type.</typeparam>
public interface ITransport<out TConfiguration> : ITransport
    where TConfiguration : class, ITransportConfiguration
{
    /// <summary>The settings.</summary>
    TConfiguration Configuration { get; }
}
