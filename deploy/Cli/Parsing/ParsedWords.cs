using Fazhi.Catalogues.Functions;
using Fazhi.Documents;

namespace Fazhi.Cli.Parsing;

/// <summary>The words of <c>fazhi parse --json</c> for what the reader says with enums.</summary>
internal static class ParsedWords
{
    public static string Of(PlanKind kind) => kind switch
    {
        PlanKind.Outline => "outline",
        PlanKind.ImplementationPlan => "implementation-plan",
        PlanKind.KeyPoints => "key-points",
        PlanKind.TaskBreakdown => "task-breakdown",
        _ => "other",
    };

    /// <summary>UPPER_SNAKE, as the API's reasons are.</summary>
    public static string Of(DocumentErrorCode code) => string.Concat(code.ToString().Select((c, at) => at > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));

    public static string Of(DocumentStatus status) => status switch
    {
        DocumentStatus.Issued => "issued",
        DocumentStatus.DraftForComment => "draft-for-comment",
        _ => "unknown",
    };

    public static string Of(DateRole role) => role switch
    {
        DateRole.Signed => "signed",
        DateRole.Published => "published",
        DateRole.ConsultationStart => "consultationStart",
        DateRole.ConsultationEnd => "consultationEnd",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string Of(ContactKind kind) => kind switch
    {
        ContactKind.Address => "address",
        ContactKind.Person => "person",
        ContactKind.Telephone => "telephone",
        ContactKind.Fax => "fax",
        ContactKind.Email => "email",
        ContactKind.PostalCode => "postal-code",
        ContactKind.Website => "website",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "=",
        Comparator.AtLeast => ">=",
        Comparator.AtMost => "<=",
        Comparator.MoreThan => ">",
        Comparator.LessThan => "<",
        Comparator.About => "~",
        _ => throw new ArgumentOutOfRangeException(nameof(comparator), comparator, null),
    };

    public static string Of(SectionClass sectionClass) => sectionClass switch
    {
        SectionClass.Preamble => "preamble",
        SectionClass.Achievements => "achievements",
        SectionClass.Problems => "problems",
        SectionClass.NextSteps => "next-steps",
        SectionClass.Signature => "signature",
        _ => "other",
    };

    public static string Of(UnitMentionKind kind) => kind switch
    {
        UnitMentionKind.Single => "single",
        UnitMentionKind.Collective => "collective",
        _ => "unresolved",
    };
}
