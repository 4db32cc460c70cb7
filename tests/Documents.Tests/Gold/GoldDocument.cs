using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Fazhi.Documents.Tests.Gold;

/// <summary>What a document says, in the form of README.md; of a gold file or of the parser. A null member is not compared.</summary>
internal sealed record GoldDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    // The member that a bare string stands for, in the lists that allow one.
    private static readonly Dictionary<string, string> Shorthands = new()
    {
        ["lead"] = "text",
        ["responsible"] = "text",
        ["cooperating"] = "text",
        ["assisting"] = "text",
        ["cites"] = "title",
        ["repeals"] = "title",
        ["problems"] = "from",
        ["nextSteps"] = "from",
    };

    public string? Kind { get; init; }
    public string? Title { get; init; }
    public GoldRegion? Region { get; init; }
    public string? DocNumber { get; init; }
    public GoldPeriod? Period { get; init; }
    public string? Status { get; init; }
    public string? Validity { get; init; }
    public IReadOnlyList<string>? Issuers { get; init; }
    public Dictionary<string, IReadOnlyList<GoldDate>>? Dates { get; init; }
    public IReadOnlyList<GoldCitation>? Cites { get; init; }
    public IReadOnlyList<GoldCitation>? Repeals { get; init; }
    public IReadOnlyList<string>? Attachments { get; init; }
    public IReadOnlyList<GoldContact>? Contacts { get; init; }
    public IReadOnlyList<GoldSection>? Sections { get; init; }
    public IReadOnlyList<GoldTask>? Tasks { get; init; }
    public GoldReport? Report { get; init; }
    public IReadOnlyList<string>? Warnings { get; init; }
    public IReadOnlyList<string> NotCompared { get; init; } = [];

    /// <summary>Reads a gold file; fails with the name of the file and the place of what is wrong.</summary>
    public static GoldDocument Load(string path)
    {
        try
        {
            var node = JsonNode.Parse(File.ReadAllText(path))!;
            Expand(node, member: "");
            return node.Deserialize<GoldDocument>(Options)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static void Expand(JsonNode? node, string member)
    {
        if (node is JsonObject all)
        {
            foreach (var (name, value) in all)
                Expand(value, member == "dates" ? "dates[]" : name);
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is not JsonValue value)
                    Expand(list[i], member: "");
                else if (member == "dates[]")
                    list[i] = new JsonObject { ["readings"] = new JsonArray(value.DeepClone()) };
                else if (Shorthands.TryGetValue(member, out var meant))
                    list[i] = new JsonObject { [meant] = value.DeepClone() };
            }
        }
    }
}

internal sealed record GoldRegion(string? Name, string? Code);

internal sealed record GoldPeriod(int Start, int End);

internal sealed record GoldDate(IReadOnlyList<string> Readings, bool Ambiguous = false);

internal sealed record GoldCitation(string Title = "", string Number = "", bool Optional = false);

internal sealed record GoldContact(string Kind, string? Text = null, string? Hash = null);

internal sealed record GoldSection(string Label, string Heading, int Level, bool LabelInferred = false, string? Class = null, bool Optional = false);

internal sealed record GoldUnit(string Text, string? Kind = "single", bool Optional = false);

internal sealed record GoldDeadline(string Text, string? Date = null, string Recurrence = "", bool Optional = false);

internal sealed record GoldTarget(decimal Value, string Comparator = "=", string Unit = "", string? Period = null, string Text = "", bool Optional = false);

internal sealed record GoldTask
{
    public required string Label { get; init; }
    public bool LabelInferred { get; init; }
    public string Title { get; init; } = "";
    public IReadOnlyList<string> Headings { get; init; } = [];
    public string? From { get; init; }
    public string? To { get; init; }
    public IReadOnlyList<GoldUnit> Lead { get; init; } = [];
    public IReadOnlyList<GoldUnit> Responsible { get; init; } = [];
    public IReadOnlyList<GoldUnit> Cooperating { get; init; } = [];
    public IReadOnlyList<GoldUnit> Assisting { get; init; } = [];
    public IReadOnlyList<GoldDeadline> Deadlines { get; init; } = [];
    public IReadOnlyList<GoldTarget> Targets { get; init; } = [];
}

internal sealed record GoldFact(decimal Value, string Unit = "", string Comparator = "=", string? Metric = null, string? Period = null, string Text = "", bool Optional = false);

internal sealed record GoldItem(string From, string? To = null, bool Optional = false);

internal sealed record GoldReport
{
    public int? Year { get; init; }
    public string? Unit { get; init; }
    public IReadOnlyList<GoldFact>? Facts { get; init; }
    public IReadOnlyList<GoldItem>? Problems { get; init; }
    public IReadOnlyList<GoldItem>? NextSteps { get; init; }
}
