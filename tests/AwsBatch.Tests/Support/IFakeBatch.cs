namespace AwsBatch.Tests.Support;

/// <summary>A batch interface of its own, for the defaults of an interface.</summary>
public interface IFakeBatch;
