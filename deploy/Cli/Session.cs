using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;

namespace Fazhi.Cli;

/// <summary>What a command works with: the server and the terminal.</summary>
internal sealed record Session(Gateway Gateway, Terminal Terminal);
