using Grpc.Core;

namespace Fazhi.Hosting.Tests.Requests;

public sealed class ResourceNameTests
{
    private static readonly ResourceName Task = new("plans/{plan}/tasks/{task}");

    [Fact]
    public void Name_is_made_and_read_back()
    {
        Assert.Equal("plans/p-1/tasks/7", Task.Format("p-1", "7"));
        Assert.Equal(["p-1", "7"], Task.ParseAll("plans/p-1/tasks/7"));
        Assert.Equal("7", Task.Parse("plans/p-1/tasks/7"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plans/p/tasks/")]
    [InlineData("plans/p/tasks/1/")]
    [InlineData("/plans/p/tasks/1")]
    [InlineData("reports/p/tasks/1")]
    [InlineData("plans/p")]
    [InlineData("plans/a b/tasks/1")]
    [InlineData("plans/计划/tasks/1")]
    [InlineData("plans/p/tasks/1\n")]
    public void Other_form_is_refused_naming_the_field(string name)
    {
        Assert.Null(Task.TryParse(name));
        var error = Assert.Throws<FazhiException>(() => Task.Parse(name, "parent"));
        Assert.Equal(StatusCode.InvalidArgument, error.Code);
        Assert.Equal("parent", Assert.Single(error.FieldViolations).Field);
        Assert.Contains("plans/{plan}/tasks/{task}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_does_not_repeat_a_name_without_end() =>
        Assert.InRange(Assert.Throws<FazhiException>(() => Task.Parse(new string('x', 100_000))).Message.Length, 1, 300);

    [Fact]
    public void Id_that_cannot_be_in_a_name_is_a_defect_of_the_code()
    {
        Assert.Throws<ArgumentException>(() => Task.Format("a/b", "1"));
        Assert.Throws<ArgumentException>(() => Task.Format("a"));
        Assert.Throws<ArgumentException>(() => new ResourceName("plans"));
    }
}
