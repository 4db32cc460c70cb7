using Fazhi.Plans.V1;

namespace Fazhi.Hosting.Tests.Import;

public sealed class ImportLimitsTests
{
    [Fact]
    public void Document_that_fits_a_message_passes_and_one_byte_more_is_refused()
    {
        var parts = new[] { new Plan { Title = new string('a', 100) }, new Plan { Title = new string('b', 200) } };
        var size = parts.Sum(part => part.CalculateSize());

        ImportLimits.CheckFits(size, parts);
        var error = Assert.Throws<FazhiException>(() => ImportLimits.CheckFits(size - 1, parts));

        Assert.Equal("DOCUMENT_TOO_LARGE", error.Reason);
    }
}
