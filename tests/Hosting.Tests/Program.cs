using Fazhi.Hosting.Tests.Host;
using Fazhi.Hosting.Tests.Store;

// The tests run this program again, as a process that can be killed without taking the tests with it.
return args switch
{
    ["write-until-killed", var path] => await WritingChild.RunAsync(path),
    ["host", .. var rest] => await EchoHost.RunAsync(rest),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
