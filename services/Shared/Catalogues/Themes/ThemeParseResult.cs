using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Fazhi.Catalogues.Themes;

/// <summary>Either what was read or all the reasons why it could not be.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed record ThemeParseResult<T>
    where T : class
{
    internal ThemeParseResult(T? value, ImmutableArray<ThemeError> errors) => (Value, Errors) = (value, errors);

    /// <summary>What was read; null when there are errors.</summary>
    public T? Value { get; }

    /// <summary>What is wrong, in the order of the text, at most <see cref="ThemeLimits.Errors"/>; empty when all is well.</summary>
    public ImmutableArray<ThemeError> Errors { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Success => Value is not null;
}
