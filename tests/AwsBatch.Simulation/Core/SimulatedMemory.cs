using AwsBatch.Admission;

namespace AwsBatch.Simulation.Core;

/// <summary>Memory that is short at times, until faults stop.</summary>
internal sealed class SimulatedMemory(Random random, SimulatedTime time, FaultPlan faults)
{
    public MemoryReading Read()
    {
        var isShort = faults.HasMemoryPressure && time.Now < faults.Until.Ticks && random.Next(2) == 0;
        return new MemoryReading(Heap: 0, Load: isShort ? 2 : 0, HighLoad: 1);
    }
}
