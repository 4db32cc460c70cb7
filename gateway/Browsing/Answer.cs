using Google.Rpc;

namespace Fazhi.Gateway.Browsing;

/// <summary>What a service answered to a page: a value, or an error that the page can show.</summary>
internal readonly record struct Answer<T>(T? Value, Status? Error)
    where T : class;
