namespace AwsBatch.Testing.Behaviour.Faults;

internal sealed class NoFault : Fault;
