using Fazhi.Hosting;
using Fazhi.Supervision.Inspections;
using Fazhi.Supervision.Storage;
using Google.Protobuf.WellKnownTypes;
using Proto = Fazhi.Supervision.V1;

namespace Fazhi.Supervision.Mapping;

/// <summary>Inspections between the contract and the domain. The enums agree in their numbers, which a test guards.</summary>
internal static class InspectionMapping
{
    /// <summary>Fields that <c>update_mask</c> may name.</summary>
    private static readonly string[] Changeable = ["title", "manner", "start_date", "end_date", "units", "tasks"];

    public static Proto.Inspection ToProto(this Inspection inspection) => new()
    {
        Name = inspection.Name,
        Title = inspection.Content.Title,
        RegionCode = inspection.Content.Region.Text,
        Manner = (Proto.Inspection.Types.Manner)inspection.Content.Manner,
        State = (Proto.Inspection.Types.State)inspection.State,
        StartDate = Dates.Print(inspection.Content.Start),
        EndDate = Dates.Print(inspection.Content.End),
        Units = { inspection.Content.Units },
        Tasks = { inspection.Content.Tasks },
        CancelReason = inspection.CancelReason,
        Outcomes = { inspection.Outcomes.Select(outcome => new Proto.InspectionOutcome { Unit = outcome.Unit, Kind = (Proto.InspectionOutcome.Types.Kind)outcome.Kind, Text = outcome.Text }) },
        FindingCount = inspection.FindingCount,
        OpenFindingCount = inspection.OpenFindingCount,
        CreateTime = inspection.CreateTime.ToTimestamp(),
        UpdateTime = inspection.UpdateTime.ToTimestamp(),
        Etag = inspection.Etag,
    };

    /// <exception cref="FazhiException">INVALID_ARGUMENT with every field that is wrong.</exception>
    public static InspectionContent ToContent(this Proto.Inspection? inspection) => inspection is null
        ? throw FazhiException.InvalidArgument("inspection", "不能为空")
        : InspectionContent.Check(
            inspection.Title, inspection.RegionCode, (InspectionManner)inspection.Manner, inspection.StartDate, inspection.EndDate, inspection.Units, inspection.Tasks);

    public static Outcome ToDomain(this Proto.InspectionOutcome outcome) => new(outcome.Unit, (OutcomeKind)outcome.Kind, outcome.Text);

    /// <summary>The fields that the mask names taken from <paramref name="changed"/>, all others as they are; an empty mask names all.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: the mask names a field that cannot be changed, or the outcome is wrong.</exception>
    public static InspectionContent Merge(this Inspection current, Proto.Inspection changed, FieldMask? mask)
    {
        var fields = mask is { Paths.Count: > 0 } ? mask.Paths.ToArray() : Changeable;
        if (fields.FirstOrDefault(field => !Changeable.Contains(field)) is { } unknown)
            throw FazhiException.InvalidArgument("update_mask", $"不能修改 {unknown}；可以修改的有：{string.Join("、", Changeable)}");

        var merged = current.ToProto();
        foreach (var field in fields)
            Take(field, changed, merged);
        return merged.ToContent();
    }

    private static void Take(string field, Proto.Inspection from, Proto.Inspection to)
    {
        var accessor = Proto.Inspection.Descriptor.FindFieldByName(field).Accessor;
        if (!accessor.Descriptor.IsRepeated)
        {
            accessor.SetValue(to, accessor.GetValue(from));
            return;
        }

        var list = (System.Collections.IList)accessor.GetValue(to);
        list.Clear();
        foreach (var item in (System.Collections.IList)accessor.GetValue(from))
            list.Add(item);
    }
}
