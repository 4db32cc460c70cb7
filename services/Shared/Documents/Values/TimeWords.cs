namespace Fazhi.Documents.Values;

/// <summary>An expression of time, without the words around it that make it a deadline.</summary>
internal readonly record struct TimeWords
{
    public int Start { get; init; }

    /// <summary>0 where there is none.</summary>
    public int Length { get; init; }

    /// <summary>half-yearly, quarterly or monthly; null where it is none of these.</summary>
    public string? Cycle { get; init; }

    /// <summary>每年.</summary>
    public bool Every { get; init; }

    public int? Year { get; init; }

    public int Month { get; init; }

    /// <summary>The last day meant; in February 28 where the month is meant.</summary>
    public int Day { get; init; }

    /// <summary>True where a year or 今年 is printed.</summary>
    public bool HasYear { get; init; }

    /// <summary>True where more than a year is printed.</summary>
    public bool HasPart { get; init; }

    /// <summary>True where a month is printed.</summary>
    public bool HasMonth { get; init; }

    public int End => Start + Length;

    public DateOnly? Date =>
        Cycle is null && !Every && Year is { } year && Day <= DateTime.DaysInMonth(year, Month)
            ? new DateOnly(year, Month, Month == 2 && Day == 28 ? DateTime.DaysInMonth(year, 2) : Day)
            : null;

    public string Recurrence => Cycle ?? (Every ? $"yearly:{Month:00}-{Day:00}" : "");
}
