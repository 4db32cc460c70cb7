using System.Collections.Concurrent;
using Fazhi.AppHost.Output;

namespace Fazhi.AppHost.Tests;

internal sealed class RecordingLog : ILog
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public void Line(string host, string text) => Lines.Enqueue(text);

    public void Warn(string host, string text) => Warnings.Enqueue(text);
}
