using System.Globalization;
using Fazhi.Catalogues.Functions;
using Fazhi.Hosting;
using Fazhi.Units.Registry;
using Fazhi.Units.Storage;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Units;

/// <summary>Units between the contract and the domain.</summary>
internal static class UnitMessages
{
    public static readonly string[] Changeable =
        ["display_name", "short_names", "kind", "function", "social_credit_code", "history", "start_date", "end_date"];

    public static V1.Unit ToMessage(StoredUnit stored)
    {
        var draft = ToDraft(stored.Unit);
        return new V1.Unit
        {
            Name = UnitStore.NameOf(stored.Id),
            RegionCode = stored.Unit.Region.Value,
            DisplayName = draft.Name,
            ShortNames = { draft.ShortNames },
            Kind = (V1.UnitKind)draft.Kind,
            Function = draft.Function,
            SocialCreditCode = draft.SocialCreditCode,
            History =
            {
                draft.History.Select(step => new V1.UnitHistory
                {
                    Event = (V1.UnitHistory.Types.Event)step.Event,
                    FormerName = step.FormerName,
                    Date = step.Date,
                }),
            },
            StartDate = draft.StartDate,
            EndDate = draft.EndDate,
            CreateTime = Timestamp.FromDateTimeOffset(stored.CreateTime),
            UpdateTime = Timestamp.FromDateTimeOffset(stored.UpdateTime),
            Etag = UnitStore.EtagOf(stored),
        };
    }

    public static UnitDraft ToDraft(V1.Unit unit) => new(
        unit.DisplayName,
        unit.ShortNames,
        (int)unit.Kind,
        unit.Function,
        unit.SocialCreditCode,
        [.. unit.History.Select(step => new UnitDraft.StepDraft((int)step.Event, step.FormerName, step.Date))],
        unit.StartDate,
        unit.EndDate);

    /// <summary>The unit with the named fields taken from the request.</summary>
    public static Unit Change(Unit current, V1.Unit given, IReadOnlySet<string> fields)
    {
        var requested = ToDraft(given);
        var draft = ToDraft(current);
        return new UnitDraft(
            fields.Contains("display_name") ? requested.Name : draft.Name,
            fields.Contains("short_names") ? requested.ShortNames : draft.ShortNames,
            fields.Contains("kind") ? requested.Kind : draft.Kind,
            fields.Contains("function") ? requested.Function : draft.Function,
            fields.Contains("social_credit_code") ? requested.SocialCreditCode : draft.SocialCreditCode,
            fields.Contains("history") ? requested.History : draft.History,
            fields.Contains("start_date") ? requested.StartDate : draft.StartDate,
            fields.Contains("end_date") ? requested.EndDate : draft.EndDate)
            .Check(current.Region);
    }

    /// <summary>The kind asked for; null when none is.</summary>
    public static UnitKind? Kind(V1.UnitKind kind) => kind switch
    {
        V1.UnitKind.Unspecified => null,
        _ when System.Enum.IsDefined((UnitKind)kind) => (UnitKind)kind,
        _ => throw FazhiException.InvalidArgument("kind", $"没有编号为 {(int)kind} 的单位类别"),
    };

    private static UnitDraft ToDraft(Unit unit) => new(
        unit.Name,
        unit.ShortNames,
        (int)unit.Kind,
        unit.Function,
        unit.SocialCreditCode?.Value ?? "",
        [.. unit.History.Select(step => new UnitDraft.StepDraft((int)step.Event, step.FormerName, step.Date?.Value ?? ""))],
        Print(unit.StartDate),
        Print(unit.EndDate));

    private static string Print(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
