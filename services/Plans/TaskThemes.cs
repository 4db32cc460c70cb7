using Fazhi.Documents.V1;
using Fazhi.Hosting;

namespace Fazhi.Plans;

/// <summary>Fills in the themes of tasks by the catalogues of today; what a person chose stays.</summary>
internal sealed class TaskThemes(ThemeDirectory directory)
{
    public void Fill(Period? period, IEnumerable<V1.Task> tasks)
    {
        foreach (var task in tasks.Where(task => !task.CorrectedFields.Contains("themes")))
        {
            task.Themes.Clear();
            task.Themes.AddRange(directory.Classify(task.Text, [.. task.Headings, task.Title], period));
        }
    }
}
