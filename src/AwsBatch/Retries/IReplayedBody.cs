namespace AwsBatch.Retries;

/// <summary>The body of an item's request, from before its first attempt to after its last.</summary>
internal interface IReplayedBody : IDisposable
{
    /// <summary>Whether it can be sent again.</summary>
    bool CanReplay { get; }

    /// <summary>Makes the request as it was before its first attempt.</summary>
    void Rewind();
}
