using Dapper;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using PlanTask = Fazhi.Plans.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Plans.Storage;

/// <summary>Plans and their tasks in the service's store.</summary>
internal sealed class PlanStore(SqliteStore store, ChangeLog changes, Originals originals)
{
    private readonly DocumentTable<Plan> plans = new("plans", Plan.Parser);

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

    /// <summary>Tasks of a plan after the one with number <paramref name="after"/>; null if there is no such plan.</summary>
    public Task<(IReadOnlyList<PlanTask> Tasks, int Total)?> ListTasksAsync(string id, int after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<(IReadOnlyList<PlanTask>, int)?>(
            connection => plans.Find(connection, id, full: false) is { } plan ? (TasksOf(connection, id, after, limit), plan.TaskCount) : null,
            cancellationToken);

    /// <summary>Removes a plan, its tasks and its original.</summary>
    /// <exception cref="FazhiException">NOT_FOUND, or ABORTED if the etag is not the current one.</exception>
    public Task DeleteAsync(string id, string etag, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var name = PlanNames.Plan.Format(id);
            var plan = plans.Find(connection, id, full: false) ?? throw FazhiException.NotFound("Plan", name);
            Etag.Check(plan.Etag, etag, "Plan", name);
            plans.Delete(transaction, id);
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

    private static List<PlanTask> TasksOf(SqliteConnection connection, string id, int after = 0, int limit = int.MaxValue) =>
        connection.Query<byte[]>(
                "SELECT task FROM tasks WHERE plan_id = @id AND number > @after ORDER BY number LIMIT @limit", new { id, after, limit })
            .Select(PlanTask.Parser.ParseFrom)
            .ToList();
}
