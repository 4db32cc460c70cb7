using Grpc.Core;

namespace Fazhi.Cli.Connection;

/// <summary>Finds the document that an id means, whichever service has it.</summary>
internal static class Lookup
{
    /// <summary>The first candidate that is there.</summary>
    /// <exception cref="RpcException">NOT_FOUND if none is, or another failure.</exception>
    public static async Task<T> FirstAsync<T>(string id, Func<string, Task<T>> get)
    {
        var names = DocumentName.Candidates(id);
        for (var index = 0; ; index++)
        {
            try
            {
                return await get(names[index]);
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.NotFound && index < names.Count - 1)
            {
                // The other kind, then.
            }
        }
    }
}
