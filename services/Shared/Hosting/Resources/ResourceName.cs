using System.Text.RegularExpressions;

namespace Fazhi.Hosting;

/// <summary>The form of the names of one type of resource, such as <c>plans/{plan}/tasks/{task}</c> (google.aip.dev/122).</summary>
public sealed partial class ResourceName
{
    private readonly string[] segments;
    private readonly string pattern;

    /// <summary>Takes the pattern: literal segments and <c>{variables}</c>, divided by <c>/</c>.</summary>
    public ResourceName(string pattern)
    {
        this.pattern = pattern;
        segments = pattern.Split('/');
        if (!segments.Any(IsVariable))
            throw new ArgumentException($"{pattern} has no {{variable}}", nameof(pattern));
    }

    /// <summary>The name made of <paramref name="ids"/>, one a variable.</summary>
    /// <exception cref="ArgumentException">There are more or fewer ids than variables, or one has a character that no id has.</exception>
    public string Format(params ReadOnlySpan<string> ids)
    {
        if (ids.Length != segments.Count(IsVariable))
            throw new ArgumentException($"{pattern} takes {segments.Count(IsVariable)} ids, not {ids.Length}", nameof(ids));

        var parts = new string[segments.Length];
        var next = 0;
        for (var index = 0; index < segments.Length; index++)
        {
            parts[index] = IsVariable(segments[index]) ? ids[next++] : segments[index];
            if (!Id().IsMatch(parts[index]))
                throw new ArgumentException($"\"{parts[index]}\" cannot be part of a resource name", nameof(ids));
        }

        return string.Join('/', parts);
    }

    /// <summary>The ids in <paramref name="name"/>, one a variable; null when it is not of this form.</summary>
    public IReadOnlyList<string>? TryParse(string name)
    {
        var parts = name.Split('/');
        if (parts.Length != segments.Length)
            return null;

        var ids = new List<string>();
        for (var index = 0; index < segments.Length; index++)
        {
            if (IsVariable(segments[index]) ? !Id().IsMatch(parts[index]) : parts[index] != segments[index])
                return null;
            if (IsVariable(segments[index]))
                ids.Add(parts[index]);
        }

        return ids;
    }

    /// <summary>The ids in <paramref name="name"/>, one a variable.</summary>
    /// <param name="name">A name out of a request.</param>
    /// <param name="field">The request's field it came from, for the error.</param>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: it is not of this form.</exception>
    public IReadOnlyList<string> ParseAll(string name, string field = "name") => TryParse(name)
        ?? throw FazhiException.InvalidArgument(field, name.Length == 0 ? $"不能为空，应为 {pattern} 的形式" : $"“{Shown(name)}”不是 {pattern} 的形式");

    /// <summary>The last id in <paramref name="name"/>, which for most names is the only one.</summary>
    /// <inheritdoc cref="ParseAll" path="/*[self::param or self::exception]"/>
    public string Parse(string name, string field = "name") => ParseAll(name, field)[^1];

    /// <summary>The pattern.</summary>
    public override string ToString() => pattern;

    private static bool IsVariable(string segment) => segment.StartsWith('{') && segment.EndsWith('}');

    // An error quotes the request, but not a megabyte of it.
    private static string Shown(string name) => name.Length <= 100 ? name : name[..100] + "…";

    [GeneratedRegex(@"\A[A-Za-z0-9._~-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
