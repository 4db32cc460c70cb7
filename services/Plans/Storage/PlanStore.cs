using Dapper;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using PlanTask = Fazhi.Plans.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Plans.Storage;

/// <summary>Plans and their tasks in the service's store.</summary>
internal sealed class PlanStore(SqliteStore store, ChangeLog changes, Originals originals, TimeProvider time)
{
    private readonly DocumentTable<Plan> plans = new("plans", Plan.Parser);
    private readonly CorrectionTable<PlanTask> corrections = new(PlanTask.Parser, task => task.CorrectedFields, time);

    public Task<bool> AddAsync(StoredDocument document, IEnumerable<PlanTask> tasks, byte[] original, CancellationToken cancellationToken) => store.WriteAsync(
        (_, transaction) =>
        {
            originals.Save(transaction, original);
            if (!plans.Insert(transaction, document))
                return false;

            InsertTasks(transaction, document.Id, tasks);
            changes.Append(transaction, PlanNames.Plan.Format(document.Id));
            return true;
        },
        cancellationToken);

    public Task<Plan?> FindAsync(string id, bool full, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => Find(connection, id, full), cancellationToken);

    public Task<(Page<Plan> Page, int Total)> ListAsync(ListPlansRequest request, DocumentFilter filter, int size, bool full, CancellationToken cancellationToken) =>
        store.ReadAsync(
            connection =>
            {
                var list = plans.List(connection, request, filter, size, full);
                if (full)
                {
                    foreach (var plan in list.Page.Items)
                        plan.Tasks.AddRange(TasksOf(connection, PlanNames.Plan.Parse(plan.Name)));
                }

                return list;
            },
            cancellationToken);

    /// <summary>A plan in the basic view, and its tasks after the one with number <paramref name="after"/>; null if there is no such plan.</summary>
    public Task<(Plan Plan, IReadOnlyList<PlanTask> Tasks)?> ListTasksAsync(string id, int after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<(Plan, IReadOnlyList<PlanTask>)?>(
            connection => plans.Find(connection, id, full: false) is { } plan ? (plan, TasksOf(connection, id, after, limit)) : null,
            cancellationToken);

    /// <summary>All plans in the basic view, by id.</summary>
    public Task<IReadOnlyList<Plan>> AllAsync(CancellationToken cancellationToken) => store.ReadAsync(plans.All, cancellationToken);

    /// <summary>Puts a new reading of a plan in the place of the old one; what people set in its tasks follows them.</summary>
    /// <exception cref="FazhiException">NOT_FOUND: there is no such plan any more.</exception>
    public Task<Replacement> ReplaceAsync(StoredDocument document, IReadOnlyList<PlanTask> tasks, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var name = PlanNames.Plan.Format(document.Id);
            var old = plans.Find(connection, document.Id, full: true) ?? throw FazhiException.NotFound("Plan", name);
            old.Tasks.AddRange(ReadTasks(connection, document.Id));
            var plan = (Plan)document.Basic;
            plan.ImportTime = old.ImportTime;
            var changed = !IsSame(old, plan, document.Rest, tasks);
            plan.Etag = changed ? Etag.Of(plan) : old.Etag;
            plans.Replace(transaction, document);
            if (!changed)
                return new Replacement(Changed: false, []);

            connection.Execute("DELETE FROM tasks WHERE plan_id = @Id", new { document.Id }, transaction);
            InsertTasks(transaction, document.Id, tasks);
            var unplaced = corrections.Place(transaction, document.Id, [.. tasks.Select(AnchorOf)]);
            changes.Append(transaction, name);
            return new Replacement(Changed: true, unplaced);
        },
        cancellationToken);

    /// <summary>Sets fields of a task by hand, or gives them back to the reader.</summary>
    /// <returns>The plan in the basic view, and the task as it is now.</returns>
    /// <exception cref="FazhiException">NOT_FOUND: there is no such task; ABORTED: the etag is not that of the plan.</exception>
    public Task<(Plan Plan, PlanTask Task)> CorrectAsync(
        string id, int number, PlanTask values, IReadOnlyList<string> set, IReadOnlyList<string> reset, string etag, CancellationToken cancellationToken) =>
        store.WriteAsync(
            (connection, transaction) =>
            {
                var name = PlanNames.Task.Format(id, PlanNames.Number(number));
                var task = ReadTasks(connection, id, number - 1, 1).FirstOrDefault() ?? throw FazhiException.NotFound("Task", name);
                var plan = plans.Find(connection, id, full: false)!;
                Etag.Check(plan.Etag, etag, "Plan", plan.Name);
                corrections.Reset(transaction, id, number, reset);
                corrections.Set(transaction, id, number, values, set, AnchorOf(task));
                corrections.Apply(connection, id, at => at == number ? task : null);
                plans.Change(transaction, id, basic => basic.Etag = Etag.Of(new Plan { Name = plan.Etag, Tasks = { task } }));
                changes.Append(transaction, plan.Name);
                return (plan, task);
            },
            cancellationToken);

    /// <summary>Notes that all plans are to be taken in anew by those who follow them.</summary>
    public void TouchAll(SqliteTransaction transaction) =>
        changes.AppendAll(transaction, plans.All(transaction.Connection!).Select(plan => plan.Name));

    /// <summary>Removes a plan, its tasks and its original.</summary>
    /// <exception cref="FazhiException">NOT_FOUND, or ABORTED if the etag is not the current one.</exception>
    public Task DeleteAsync(string id, string etag, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var name = PlanNames.Plan.Format(id);
            var plan = plans.Find(connection, id, full: false) ?? throw FazhiException.NotFound("Plan", name);
            Etag.Check(plan.Etag, etag, "Plan", name);
            plans.Delete(transaction, id);
            corrections.Delete(transaction, id);
            originals.Delete(transaction, plan.Source.Sha256);
            changes.Append(transaction, name, deleted: true);
        },
        cancellationToken);

    public IAsyncEnumerable<Change<Plan>> WatchAsync(string resumeToken, CancellationToken cancellationToken) =>
        changes.WatchAsync(resumeToken, (connection, name) => Find(connection, PlanNames.Plan.Parse(name), full: true), cancellationToken);

    private Plan? Find(SqliteConnection connection, string id, bool full)
    {
        var plan = plans.Find(connection, id, full);
        if (plan is not null && full)
            plan.Tasks.AddRange(TasksOf(connection, id));
        return plan;
    }

    private static void InsertTasks(SqliteTransaction transaction, string id, IEnumerable<PlanTask> tasks) => transaction.Connection!.Execute(
        "INSERT INTO tasks (plan_id, number, task) VALUES (@id, @number, @task)",
        tasks.Select((task, index) => new { id, number = index + 1, task = task.ToByteArray() }),
        transaction);

    private List<PlanTask> TasksOf(SqliteConnection connection, string id, int after = 0, int limit = int.MaxValue)
    {
        var tasks = ReadTasks(connection, id, after, limit);
        corrections.Apply(connection, id, number => number - after is var at and > 0 && at <= tasks.Count ? tasks[at - 1] : null);
        return tasks;
    }

    // As they were read, without what people set.
    private static List<PlanTask> ReadTasks(SqliteConnection connection, string id, int after = 0, int limit = int.MaxValue) =>
        connection.Query<byte[]>(
                "SELECT task FROM tasks WHERE plan_id = @id AND number > @after ORDER BY number LIMIT @limit", new { id, after, limit })
            .Select(PlanTask.Parser.ParseFrom)
            .ToList();

    // A newer reader that reads the same leaves the plan as it is.
    private static bool IsSame(Plan old, Plan basic, IMessage rest, IEnumerable<PlanTask> tasks)
    {
        var now = basic.Clone();
        now.MergeFrom((Plan)rest);
        now.Tasks.AddRange(tasks);
        (now.Etag, now.ReaderVersion) = (old.Etag, old.ReaderVersion);
        return now.Equals(old);
    }

    private static PartAnchor AnchorOf(PlanTask task) => new(task.Label, task.Text);
}
