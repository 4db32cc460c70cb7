using System.Buffers;
using System.Text;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Fts5;

/// <summary>A passage as bytes.</summary>
internal static class PassageRecord
{
    public static void Write(ArrayBufferWriter<byte> target, IndexedPassage passage)
    {
        target.WriteText(passage.Task);
        target.WriteText(passage.Label);
        target.WriteTexts(passage.Headings);
        target.WriteText(passage.Text);
        target.WriteNumber(passage.Start);
        target.WriteText(passage.Passage);
        target.WriteTexts(passage.Themes);
        target.WriteNumber(passage.Units.Count);
        foreach (var unit in passage.Units)
        {
            target.WriteNumber((int)unit.Role);
            target.WriteText(unit.Text);
            target.WriteText(unit.DisplayName);
            target.WriteText(unit.Unit);
            target.WriteText(unit.Function);
        }
        target.WriteNumber(passage.Deadlines.Count);
        foreach (var day in passage.Deadlines)
            target.WriteNumber(day.DayNumber);
        target.WriteByte(passage.HasTarget ? (byte)1 : (byte)0);
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

    private static T[] ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var values = new T[reader.Read7BitEncodedInt()];
        for (var i = 0; i < values.Length; i++)
            values[i] = read(reader);
        return values;
    }
}
