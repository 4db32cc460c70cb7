namespace Fazhi.Hosting;

/// <summary>Registers the import of documents.</summary>
public static class ImportSetup
{
    /// <summary>Adds <see cref="DocumentImporter"/> and <see cref="DocumentReprocessor"/> for what <typeparamref name="TKeeper"/> keeps. Needs the store and the client of the unit service.</summary>
    public static WebApplicationBuilder AddImport<TKeeper>(this WebApplicationBuilder builder)
        where TKeeper : class, IDocumentKeeper
    {
        builder.Services.AddSingleton<IDocumentKeeper, TKeeper>();
        builder.Services.AddSingleton<ThemeDirectory>();
        builder.Services.AddSingleton<DocumentReading>();
        builder.Services.AddSingleton<DocumentImporter>();
        builder.Services.AddSingleton<DocumentReprocessor>();
        builder.Services.AddHostedService<ReadingWarmUp>();
        return builder;
    }
}
