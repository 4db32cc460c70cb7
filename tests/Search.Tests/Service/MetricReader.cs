using System.Diagnostics.Metrics;

namespace Fazhi.Search.Tests.Service;

/// <summary>Reads the metrics of one host, whatever others run in the process.</summary>
internal sealed class MetricReader : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly List<(string Name, string Tag, double Value)> measured = [];

    public MetricReader(IMeterFactory host)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Scope == host)
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    /// <summary>What was measured by an instrument since the last call, with the value of its first tag.</summary>
    public IReadOnlyList<(string Tag, double Value)> Read(string name)
    {
        listener.RecordObservableInstruments();
        lock (gate)
        {
            var read = measured.Where(one => one.Name == name).Select(one => (one.Tag, one.Value)).ToList();
            measured.RemoveAll(one => one.Name == name);
            return read;
        }
    }

    public void Dispose() => listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (gate)
            measured.Add((instrument.Name, tags.Length > 0 ? $"{tags[0].Value}" : "", value));
    }
}
