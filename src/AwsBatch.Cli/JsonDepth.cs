namespace AwsBatch.Cli;

/// <summary>How deep JSON may be nested.</summary>
internal static class JsonDepth
{
    /// <summary>A request of an input.</summary>
    public const int Input = 512;

    /// <summary>An answer, and the parameters of its next page: as deep as the platform's writer goes.</summary>
    public const int Answer = 1000;

    /// <summary>A record, which has an answer or a request in it.</summary>
    public const int Record = 1024;
}
