using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.Extensions.NETCore.Setup;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;
using Amazon.SQS;
using Amazon.SSO;
using Amazon.SSOOIDC;
using AwsBatch.Dynamic;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Generators.Tests.Support;

/// <summary>What the tested compilations reference. Built once: the compiler keeps a symbol per reference object.</summary>
internal static class References
{
    public static readonly MetadataReference S3 = Of(typeof(IAmazonS3));
    public static readonly MetadataReference Dynamic = Of(typeof(DynamicRequest));
    public static readonly MetadataReference AwsOptions = Of(typeof(AWSOptions));

    /// <summary>The platform, AwsBatch and the SDK's core: enough to attribute an interface, no service.</summary>
    public static readonly IReadOnlyList<MetadataReference> Minimal =
    [
        .. Net100.References.All,
        Of(typeof(BatchServiceAttribute)),
        Of(typeof(IAmazonService)),
        Of(typeof(IServiceCollection)),
    ];

    /// <summary><see cref="Minimal"/>, requests known only at run time, and all services but none of their extensions.</summary>
    public static readonly IReadOnlyList<MetadataReference> All =
    [
        .. Minimal,
        Dynamic,
        S3,
        Of(typeof(IAmazonEC2)),
        Of(typeof(IAmazonSQS)),
        Of(typeof(IAmazonDynamoDB)),
        Of(typeof(IAmazonSimpleSystemsManagement)),
        Of(typeof(IAmazonSecurityTokenService)),
        Of(typeof(IAmazonKeyManagementService)),
        Of(typeof(IAmazonSSO)),
        Of(typeof(IAmazonSSOOIDC)),
    ];

    public static MetadataReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}
