using System.Globalization;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Hosting;

namespace Fazhi.Units.Registry;

/// <summary>What a caller gives of a unit, not yet checked; field names are those of the request.</summary>
public sealed record UnitDraft(
    string Name,
    IReadOnlyCollection<string> ShortNames,
    int Kind,
    string Function,
    string SocialCreditCode,
    IReadOnlyCollection<UnitDraft.StepDraft> History,
    string StartDate,
    string EndDate)
{
    private const int LongestName = 100;
    private const int MostNames = 50;
    private const int MostSteps = 100;

    /// <summary>What a caller gives of a step of the history; the date is empty when not known.</summary>
    public sealed record StepDraft(int Event, string FormerName, string Date);

    /// <summary>The unit of <paramref name="region"/> with these values.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT with every field that is wrong.</exception>
    public Unit Check(RegionCode region)
    {
        var checks = new FieldChecks();
        checks.AtMost("unit.history", History.Count, MostSteps);
        var start = CheckDate(checks, "unit.start_date", StartDate);
        var end = CheckDate(checks, "unit.end_date", EndDate);
        if (end < start)
        {
            checks.Add("unit.end_date", "不能早于 start_date");
        }

        if (Function.Length > 0 && FunctionCatalog.BuiltIn.Find(Function) is null)
        {
            checks.Add("unit.function", "应为职能目录中的标识（如 judicial-administration，见 ListFunctions），或留空");
        }

        var unit = new Unit(region, checks.Name("unit.display_name", Name, LongestName))
        {
            ShortNames = checks.Names("unit.short_names", ShortNames, LongestName, MostNames),
            Kind = CheckKind(checks),
            Function = Function,
            SocialCreditCode = CheckCreditCode(checks),
            History = [.. History.Take(MostSteps).Select((step, at) => CheckStep(checks, $"unit.history[{at}]", step))],
            StartDate = start,
            EndDate = end,
        };
        checks.ThrowIfAny();
        return unit;
    }

    private UnitKind CheckKind(FieldChecks checks)
    {
        if (!Enum.IsDefined((UnitKind)Kind))
        {
            checks.Add("unit.kind", $"没有编号为 {Kind} 的单位类别");
        }

        return (UnitKind)Kind;
    }

    private SocialCreditCode? CheckCreditCode(FieldChecks checks)
    {
        if (SocialCreditCode.Length == 0)
        {
            return null;
        }

        if (Registry.SocialCreditCode.Check(SocialCreditCode, out var code) is { } wrong)
        {
            checks.Add("unit.social_credit_code", wrong);
        }

        return code;
    }

    private static UnitStep CheckStep(FieldChecks checks, string field, StepDraft step)
    {
        if (!Enum.IsDefined((UnitEvent)step.Event))
        {
            checks.Add($"{field}.event", "应为新组建、更名、合并或撤销");
        }

        PartialDate date = default;
        if (step.Date.Length > 0 && !PartialDate.TryParse(step.Date, out date))
        {
            checks.Add($"{field}.date", "应为 2019、2019-01 或 2019-01-18 的形式，或留空");
        }

        var formerName = step.FormerName.Length == 0 ? "" : checks.Name($"{field}.former_name", step.FormerName, LongestName);
        return new UnitStep((UnitEvent)step.Event, formerName, step.Date.Length == 0 ? null : date);
    }

    private static DateOnly? CheckDate(FieldChecks checks, string field, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            checks.Add(field, "应为 2019-01-18 形式的日期，或留空");
            return null;
        }

        return date;
    }
}
