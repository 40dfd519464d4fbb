using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;

namespace AwsBatch.Pipeline;

/// <summary>The checksum of a request's body, where its operation has one.</summary>
internal static class Checksums
{
    /// <summary>Sets the header as the SDK's handler does; the algorithm is then in the request.</summary>
    public static void Set(IRequest request, IClientConfig config)
    {
        if (request.ChecksumData is not { } checksum)
            return;

        if (checksum.IsMD5Checksum)
            ChecksumUtils.SetRequestChecksumMD5(request);
        else
            ChecksumUtils.SetRequestChecksumV2(request, config);
    }
}
