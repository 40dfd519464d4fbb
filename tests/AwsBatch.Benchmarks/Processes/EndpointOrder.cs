using System.Text.Json.Serialization;
using AwsBatch.Benchmarks.Processes.Behaviours;

namespace AwsBatch.Benchmarks.Processes;

/// <summary>A line to the endpoint: how to answer from now on, counting from zero; nothing new only asks for the count.</summary>
/// <param name="Answer">A whole HTTP answer, headers included; null for nothing new.</param>
/// <param name="World">How that answer comes about; null for at once.</param>
internal sealed record EndpointOrder(byte[]? Answer, World? World);

/// <summary>A line from the endpoint: what came since it was last told how to answer.</summary>
/// <param name="Requests">How many requests.</param>
/// <param name="Refused">How many of them were throttled.</param>
/// <param name="CpuMicroseconds">What they cost the endpoint.</param>
internal sealed record EndpointCount(long Requests, long Refused, double CpuMicroseconds);

// By metadata: the fast path would write bytes that are null as none.
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(EndpointOrder))]
[JsonSerializable(typeof(EndpointCount))]
internal sealed partial class EndpointJson : JsonSerializerContext;
