namespace AwsBatch.Generators.Model;

/// <summary>How the answers of a pageable operation continue.</summary>
/// <param name="Tokens">What of a response goes into the next request.</param>
/// <param name="MoreFlag">The response's property that says whether more follows; null if it has none.</param>
/// <param name="Copied">The request's other properties, sorted.</param>
/// <param name="UsesObsolete">Whether one of them is obsolete.</param>
internal sealed record Paging(EquatableArray<PageToken> Tokens, string? MoreFlag, EquatableArray<string> Copied, bool UsesObsolete);

/// <summary>A property of a response that becomes a property of the next request.</summary>
/// <param name="Request">The request's property.</param>
/// <param name="Response">The response's property.</param>
/// <param name="Form">How it becomes a text that can be compared.</param>
/// <param name="IsSentAsText">Whether the request takes that text instead of the value.</param>
internal sealed record PageToken(string Request, string Response, TokenForm Form, bool IsSentAsText);

/// <summary>How a value becomes a text that is equal only for equal values.</summary>
internal abstract record TokenForm;

/// <summary>A string: it is the text.</summary>
internal sealed record TextForm : TokenForm;

/// <summary>One of the SDK's constants, by its value.</summary>
internal sealed record ConstantForm : TokenForm;

/// <summary>A nullable number or flag, or bytes.</summary>
internal sealed record ScalarForm : TokenForm;

/// <summary>A list, element by element.</summary>
internal sealed record ListForm(TokenForm Element) : TokenForm;

/// <summary>A map by string, value by value.</summary>
internal sealed record MapForm(TokenForm Value) : TokenForm;

/// <summary>An object of the SDK, property by property.</summary>
internal sealed record ObjectForm(EquatableArray<PropertyForm> Properties) : TokenForm;

/// <summary>One property of an object.</summary>
internal sealed record PropertyForm(string Name, TokenForm Form);
