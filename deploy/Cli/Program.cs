using System.Text;
using Fazhi.Cli;
using Fazhi.CommandLine;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await ChineseCommandLine.RunAsync(FazhiCommand.Create(), args, new(), ExitCode.Usage);
