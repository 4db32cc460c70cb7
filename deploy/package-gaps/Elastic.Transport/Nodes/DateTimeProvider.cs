namespace Elastic.Transport;

/// <summary>The clock by which nodes are left out.</summary>
public abstract class DateTimeProvider
{
    /// <summary>The time now.</summary>
    public abstract DateTimeOffset Now();

    /// <summary>Until when a node that failed is left out.</summary>
    /// <param name="attempts">How often in a row it had failed before.</param>
    /// <param name="minDeadTimeout">How long after the first failure.</param>
    /// <param name="maxDeadTimeout">How long at most.</param>
    public abstract DateTimeOffset DeadTime(int attempts, TimeSpan? minDeadTimeout, TimeSpan? maxDeadTimeout);
}
