using System.Text;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Fts5;

/// <summary>A passage as bytes.</summary>
internal static class PassageRecord
{
    public static byte[] ToBytes(IndexedPassage passage)
    {
        using var stream = new MemoryStream(passage.Text.Length * 4);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            writer.Write(passage.Task);
            writer.Write(passage.Label);
            Write(writer, passage.Headings);
            writer.Write(passage.Text);
            writer.Write7BitEncodedInt(passage.Start);
            writer.Write(passage.Passage);
            Write(writer, passage.Themes);
            writer.Write7BitEncodedInt(passage.Units.Count);
            foreach (var unit in passage.Units)
            {
                writer.Write7BitEncodedInt((int)unit.Role);
                writer.Write(unit.Text);
                writer.Write(unit.DisplayName);
                writer.Write(unit.Unit);
                writer.Write(unit.Function);
            }
            writer.Write7BitEncodedInt(passage.Deadlines.Count);
            foreach (var day in passage.Deadlines)
                writer.Write7BitEncodedInt(day.DayNumber);
            writer.Write(passage.HasTarget);
        }
        return stream.ToArray();
    }

    public static IndexedPassage Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        return new IndexedPassage
        {
            Task = reader.ReadString(),
            Label = reader.ReadString(),
            Headings = ReadAll(reader, static reader => reader.ReadString()),
            Text = reader.ReadString(),
            Start = reader.Read7BitEncodedInt(),
            Passage = reader.ReadString(),
            Themes = ReadAll(reader, static reader => reader.ReadString()),
            Units = ReadAll(reader, static reader => new IndexedUnit(
                (UnitRole)reader.Read7BitEncodedInt(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString())),
            Deadlines = ReadAll(reader, static reader => DateOnly.FromDayNumber(reader.Read7BitEncodedInt())),
            HasTarget = reader.ReadBoolean(),
        };
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> values)
    {
        writer.Write7BitEncodedInt(values.Count);
        foreach (var value in values)
            writer.Write(value);
    }

    private static T[] ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var values = new T[reader.Read7BitEncodedInt()];
        for (var i = 0; i < values.Length; i++)
            values[i] = read(reader);
        return values;
    }
}
