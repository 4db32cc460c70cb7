using System.Collections.Immutable;
using Fazhi.Hosting;

namespace Fazhi.Units;

/// <summary>Collects what is wrong with the fields of a request, so that the caller hears of all at once.</summary>
internal sealed class FieldChecks
{
    private readonly List<FieldViolation> _violations = [];

    /// <summary>Notes that a field is wrong.</summary>
    public void Add(string field, string message) => _violations.Add(new FieldViolation(field, message));

    /// <summary>A required name: no blanks inside, at most <paramref name="longest"/> characters.</summary>
    public string Name(string field, string text, int longest)
    {
        var name = text.Trim();
        if (name.Length == 0)
        {
            Add(field, "不能为空");
        }
        else if (name.Length > longest)
        {
            Add(field, $"最多 {longest} 个字符，实为 {name.Length} 个");
        }
        else if (name.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            Add(field, "不能含有空白或控制字符");
        }

        return name;
    }

    /// <summary>A list of distinct names.</summary>
    public ImmutableArray<string> Names(string field, IReadOnlyCollection<string> texts, int longest, int most)
    {
        AtMost(field, texts.Count, most);
        return [.. texts.Take(most).Select((text, at) => Name($"{field}[{at}]", text, longest)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A limit on the number of entries.</summary>
    public void AtMost(string field, int count, int most)
    {
        if (count > most)
        {
            Add(field, $"最多 {most} 项，实为 {count} 项");
        }
    }

    /// <summary>Ends the checks.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT with every violation that was noted.</exception>
    public void ThrowIfAny()
    {
        if (_violations.Count > 0)
        {
            throw FazhiException.InvalidArgument(_violations);
        }
    }
}
