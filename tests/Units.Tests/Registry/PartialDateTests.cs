using Fazhi.Units.Registry;

namespace Fazhi.Units.Tests.Registry;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2019", true)]
    [InlineData("2019-01", true)]
    [InlineData("2019-01-18", true)]
    [InlineData("2020-02-29", true)]
    [InlineData("2019-02-29", false)]
    [InlineData("2019-13", false)]
    [InlineData("2019-1-18", false)]
    [InlineData("2019年", false)]
    [InlineData("", false)]
    public void Date_is_read_as_far_as_known(string text, bool valid) => Assert.Equal(valid, PartialDate.TryParse(text, out _));
}
