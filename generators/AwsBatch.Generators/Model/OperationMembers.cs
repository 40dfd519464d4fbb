namespace AwsBatch.Generators.Model;

/// <summary>The members the generator adds to an interface for one operation.</summary>
/// <param name="Name">The operation as the user named it: the members' names begin with it.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Shapes">Which members.</param>
internal sealed record OperationMembers(string Name, Operation Operation, GeneratedShapes Shapes);

/// <summary>Members the generator can add for an operation.</summary>
[Flags]
internal enum GeneratedShapes
{
    None = 0,

    /// <summary><c>XAsync(request)</c>.</summary>
    Call = 1,

    /// <summary><c>XBatchAsync(requests)</c>, with a consumer if the response streams.</summary>
    Batch = 2,

    /// <summary><c>XStreamAsync</c> of an asynchronous source, with a consumer if the response streams.</summary>
    StreamOfAsync = 4,

    /// <summary><c>XStreamAsync</c> of a sequence, with a consumer if the response streams.</summary>
    StreamOfSequence = 8,

    /// <summary>The static <c>X(request)</c> for mixed batches.</summary>
    Factory = 16,

    /// <summary><c>XPagesAsync(requests)</c>, if the operation is pageable.</summary>
    Pages = 32,

    All = Call | Batch | StreamOfAsync | StreamOfSequence | Factory | Pages,
}
