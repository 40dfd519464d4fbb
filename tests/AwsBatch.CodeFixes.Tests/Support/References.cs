using Amazon.Runtime;
using Amazon.S3;
using AwsBatch.Dynamic;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace AwsBatch.CodeFixes.Tests.Support;

/// <summary>What the tested projects reference: nothing is restored while tests run.</summary>
internal static class References
{
    public static readonly ReferenceAssemblies None = new("net10.0");

    /// <summary>The platform, AwsBatch, requests known only at run time, and S3 as the one service.</summary>
    public static readonly IReadOnlyList<MetadataReference> WithS3 =
    [
        .. Net100.References.All,
        Of(typeof(BatchServiceAttribute)),
        Of(typeof(DynamicRequest)),
        Of(typeof(IAmazonService)),
        Of(typeof(IAmazonS3)),
    ];

    private static PortableExecutableReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
