using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Elastic.Transport;

/// <summary>What became of a call.</summary>
public sealed class ApiCallDetails
{
    internal ApiCallDetails(HttpMethod method, Uri uri) => (HttpMethod, Uri) = (method, uri);

    /// <summary>The method.</summary>
    public HttpMethod HttpMethod { get; }

    /// <summary>The address that was asked last.</summary>
    public Uri? Uri { get; }

    /// <summary>The status of the answer; null without one.</summary>
    public int? HttpStatusCode { get; internal set; }

    /// <summary>The status is one of success. For Elasticsearch 404 is one: the client asks right, and what it asks for is not there.</summary>
    public bool HasSuccessfulStatusCode { get; internal set; }

    /// <summary>The answer has the media type that was asked for, or no body.</summary>
    public bool HasExpectedContentType { get; internal set; }

    /// <summary>The <c>Content-Type</c> of the answer, empty without one.</summary>
    public string ResponseContentType { get; internal set; } = "";

    /// <summary>
    /// Why the call failed: what the connection threw (a <see cref="TaskCanceledException"/> when it was cancelled, with a <see cref="TimeoutException"/>
    /// inside when it took too long), else a <see cref="TransportException"/> about the answer. Null on success.
    /// </summary>
    public Exception? OriginalException { get; private set; }

    /// <summary>For people: what was asked of which node, what came back, how long it took. It has no credentials and no bodies.</summary>
    public string DebugInformation
    {
        get
        {
            var text = new StringBuilder().AppendLine(ToString());
            foreach (var attempt in Attempts)
                text.Append(" - ").AppendLine(attempt.ToString());
            if (OriginalException is { } error)
                text.Append("# OriginalException: ").AppendLine(error.ToString());
            return text.ToString();
        }
    }

    internal bool MayHaveBody { get; set; }

    internal IReadOnlyDictionary<string, IEnumerable<string>> Headers { get; set; } = new Dictionary<string, IEnumerable<string>>();

    internal IReadOnlyList<Attempt> Attempts { get; set; } = [];

    /// <summary>The node itself answered: another one would say the same.</summary>
    internal bool IsAnswerOfNode =>
        OriginalException is null && HasExpectedContentType && (HasSuccessfulStatusCode || HttpStatusCode is >= 400 and < 599 and not (502 or 503 or 504));

    /// <summary>A header of the answer, if it was among those to be read (see <see cref="IRequestConfiguration.ResponseHeadersToParse"/>).</summary>
    /// <param name="key">Its name.</param>
    /// <param name="headerValues">Its values.</param>
    public bool TryGetHeader(string key, [NotNullWhen(true)] out IEnumerable<string>? headerValues) => Headers.TryGetValue(key, out headerValues);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(HasSuccessfulStatusCode && HasExpectedContentType ? "Successful" : "Unsuccessful")} ({HttpStatusCode}) low level call on {HttpMethod}: {Uri?.PathAndQuery}";

    internal void Fail(Exception? error) => OriginalException = error;
}
