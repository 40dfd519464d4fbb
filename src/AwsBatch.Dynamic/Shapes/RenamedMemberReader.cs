using System.Text.Json;
using AwsBatch.Dynamic.Names;
using AwsBatch.Dynamic.Shapes.Forms;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>Makes the member that one row of the table of renamed members says.</summary>
internal sealed class RenamedMemberReader(RenamedMembers renamed, PackageShapes shapes)
{
    /// <summary>Null if the API has no such member, or the type does not have what the row says.</summary>
    public Member? Read(Type type, RenamedMember row)
    {
        var name = row.Path[^1].Name;
        if (row.Sdk == RenamedMember.None)
            return new IgnoredMember(name);
        if (row.Api == RenamedMember.None)
            return null;
        if (row.Sdk.Length == 0)
            return MemberForms.Make(row.Path[^1], row.Form!, type, shapes.Structure(type));
        if (PropertyPath.Find(type, row.Sdk) is not { } path || shapes.Find(path.Type) is not { } shape)
            return null;
        if (row.Api == RenamedMember.Spread)
            return new SpreadMember(path, (StructureShape)shape);
        return Make(name, type, row, path, shape);
    }

    private Member Make(string name, Type type, RenamedMember row, PropertyPath path, Shape shape)
    {
        var isRequired = row.Path[^1].IsRequired
            || (row.IsDirect && IsOnly(type, row) && SdkType.IsRequired(SdkType.FindProperty(type, row.Sdk)!));
        if (row.Form is null)
            return new PropertyMember(name, path, shape, isRequired, appends: IsAddedTo(type, row.Sdk));
        if (row.Form == ComputedMember.Form)
            return new ComputedMember(name, path, shape);
        if (row.FindArgument(SplitMember.Form) is { } given)
        {
            return new SplitMember(
                PropertyMember.Find(name, type, SdkType.FindProperty(type, given)!, shapes, appends: false)!,
                new PropertyMember(name, path, shape, isRequired: false));
        }

        if (row.FindArgument(DefaultedMember.Form) is { } value)
            return new DefaultedMember(new PropertyMember(name, path, shape, isRequired), JsonElement.Parse(value));
        return new PropertyMember(name, path, ValueForms.Make(row.Form, shape), isRequired, SharedForms.IsShared(row.Form));
    }

    // Of several names for one property each may be left out.
    private bool IsOnly(Type type, RenamedMember row) => OwnRows(type).Count(other => other.Sdk == row.Sdk) <= 1;

    // Members of the API that lie beside a list add to it.
    private bool IsAddedTo(Type type, string property) => OwnRows(type).Any(row => row.IsInListOf(property));

    private IReadOnlyList<RenamedMember> OwnRows(Type type) => renamed.Find(SdkType.Names(type), new HashSet<string>());
}
