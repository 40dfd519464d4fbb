namespace AwsBatch.Generators.Model;

/// <summary>By what two requests of a type are the same.</summary>
/// <param name="Request">The request's own type.</param>
/// <param name="Types">All types that are compared, the request's among them, sorted by name.</param>
internal sealed record RequestIdentity(ComparedType Request, EquatableArray<ComparedType> Types);

/// <summary>A type of the SDK that is compared part by part.</summary>
/// <param name="Namespace">The SDK's namespace, without <c>global::</c>.</param>
/// <param name="Name">Without its namespace.</param>
/// <param name="Parts">Its properties, sorted by name.</param>
/// <param name="UsesObsolete">Whether one of them is obsolete.</param>
internal sealed record ComparedType(string Namespace, string Name, EquatableArray<ComparedPart> Parts, bool UsesObsolete);

/// <summary>A property of a compared type.</summary>
internal sealed record ComparedPart(string Property, PartForm Form);

/// <summary>How values of a property are compared and copied.</summary>
/// <param name="Type">The values' type with <c>global::</c>.</param>
internal abstract record PartForm(string Type);

/// <summary>A text, flag or whole number: what the language's own equality compares right.</summary>
internal sealed record PlainPart(string Type) : PartForm(Type)
{
    public bool IsText => Type == "string";
}

/// <summary>A time, a number that is no whole one: equal values may be sent differently.</summary>
internal sealed record PrecisePart(string Type) : PartForm(Type);

/// <summary>One of the SDK's constants, by its value.</summary>
internal sealed record ConstantPart(string Type) : PartForm(Type);

/// <summary>Bytes in a stream that can be read again.</summary>
internal sealed record BytesPart(string Type) : PartForm(Type);

/// <summary>An object of the SDK.</summary>
/// <param name="Namespace">The SDK's namespace, without <c>global::</c>.</param>
/// <param name="Name">Without its namespace.</param>
internal sealed record ObjectPart(string Type, string Namespace, string Name) : PartForm(Type);

/// <summary>A list, element by element.</summary>
internal sealed record ListPart(string Type, PartForm Element) : PartForm(Type);

/// <summary>A map by text.</summary>
internal sealed record MapPart(string Type, PartForm Value) : PartForm(Type);
