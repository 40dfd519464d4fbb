using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>An operation's or service's name as the user wrote it, and where.</summary>
/// <param name="Text">The name.</param>
/// <param name="Symbol">The interface or method it stands on.</param>
/// <param name="Attribute">The attribute it is an argument of; null if the symbol's own name says it.</param>
/// <param name="Argument">Which argument, counted from 0 with the elements of <c>params</c> one by one.</param>
internal sealed record WrittenName(string Text, ISymbol Symbol, AttributeData? Attribute = null, int Argument = 0);
