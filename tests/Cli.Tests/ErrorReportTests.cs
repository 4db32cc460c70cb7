using Fazhi.Cli.Connection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Status = Google.Rpc.Status;

namespace Fazhi.Cli.Tests;

public sealed class ErrorReportTests
{
    [Fact]
    public void Names_of_fields_are_left_out()
    {
        var wrong = new BadRequest
        {
            FieldViolations =
            {
                new BadRequest.Types.FieldViolation { Field = "filter.regions", Description = "没有这个地区。" },
                new BadRequest.Types.FieldViolation { Field = "query", Description = "检索词太长" },
            },
        };
        var status = new Status { Message = "filter.regions：没有这个地区。；query：检索词太长", Details = { Any.Pack(wrong) } };
        Assert.Equal("没有这个地区；检索词太长", ErrorReport.Sentence(status));
    }

    [Fact]
    public void Error_of_no_field_is_said_in_the_words_of_the_server() =>
        Assert.Equal("找不到 plans/x", ErrorReport.Sentence(new Status { Message = "找不到 plans/x。" }));
}
