using System.Text.Json;

namespace AwsBatch.Cli.Input;

/// <summary>A JSON object of an input.</summary>
/// <param name="Index">Its place among them, from 0.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Json">The object.</param>
internal readonly record struct InputValue(int Index, long Line, JsonElement Json);
