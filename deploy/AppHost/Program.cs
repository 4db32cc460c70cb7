using System.Text;
using Fazhi.AppHost;
using Fazhi.CommandLine;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// Signals are handled by the platform itself, which needs longer than the default to end its hosts.
return await ChineseCommandLine.RunAsync(AppHostCommand.Create(Platform.RunAsync), args, new() { ProcessTerminationTimeout = null }, usageError: 1);
