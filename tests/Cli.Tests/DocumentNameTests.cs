using Fazhi.Cli.Connection;

namespace Fazhi.Cli.Tests;

public sealed class DocumentNameTests
{
    [Theory]
    [InlineData("plans/a", "plans/a")]
    [InlineData("reports/a", "reports/a")]
    [InlineData("a", "plans/a", "reports/a")]
    public void Bare_id_may_be_either_kind(string id, params string[] candidates) => Assert.Equal(candidates, DocumentName.Candidates(id));
}
