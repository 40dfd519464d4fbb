namespace QuickStart;

/// <summary>The AWS that the batch runs against, and what is in it.</summary>
internal interface IWorld : IAsyncDisposable
{
    string Name { get; }

    string Bucket { get; }

    IReadOnlyList<string> Keys { get; }

    IReadOnlyList<string> Functions { get; }

    /// <summary>The app's services, with AwsBatch among them.</summary>
    IServiceProvider Services { get; }
}
