using AwsBatch.CompilerServices;

namespace AwsBatch.Tests.Support;

/// <summary>Fake requests are the same if their numbers are.</summary>
internal sealed class ByNumber : RequestIdentity<FakeRequest>
{
    public override bool Equals(FakeRequest? x, FakeRequest? y) => x?.Number == y?.Number;

    public override int GetHashCode(FakeRequest obj) => obj.Number;

    public override FakeRequest Snapshot(FakeRequest request) => new(request.Number);
}
