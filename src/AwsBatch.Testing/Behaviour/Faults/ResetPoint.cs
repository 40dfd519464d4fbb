namespace AwsBatch.Testing;

/// <summary>How far a request has got when its connection is reset.</summary>
public enum ResetPoint
{
    /// <summary>
    /// Its headers have arrived, its body has not been read: nothing was done. Services that name the operation in the body (EC2) have that read
    /// first, or nobody would know whose fault it is.
    /// </summary>
    BeforeBody,

    /// <summary>It has arrived completely; nothing was done.</summary>
    BeforeExecution,

    /// <summary>What it asked for was done, and the answer is lost.</summary>
    AfterExecution,
}
