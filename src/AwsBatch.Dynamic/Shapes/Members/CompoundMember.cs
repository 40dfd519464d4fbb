using AwsBatch.Dynamic.Names;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>
/// A member of the API for which the SDK has properties of the type around it. Each may be given in its place by the SDK's own name, and
/// none besides it.
/// </summary>
internal abstract class CompoundMember(MemberName name, IReadOnlyCollection<string> properties) : Member(name.Name)
{
    public sealed override bool IsRequired => name.IsRequired;

    public sealed override IReadOnlyCollection<string> Properties => properties;
}
