namespace AwsBatch;

/// <summary>Which requests are sent once where the same request is asked for several times.</summary>
public enum DedupeMode
{
    /// <summary>None: every request is sent.</summary>
    Off,

    /// <summary>Those of operations that only read.</summary>
    ReadOnly,

    /// <summary>
    /// Those that change something as well: of two equal ones the second is not sent. Never those whose response holds a
    /// stream.
    /// </summary>
    Always,
}
