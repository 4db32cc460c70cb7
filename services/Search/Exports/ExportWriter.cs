namespace Fazhi.Search.Exports;

/// <summary>Writes rows in one form. What it writes goes to a buffer that the one who gives the rows empties between them.</summary>
internal abstract class ExportWriter : IDisposable
{
    /// <summary>Writes a row.</summary>
    public abstract void Write(ExportRow row);

    /// <summary>Writes what stands behind the last row.</summary>
    public abstract void Dispose();
}
