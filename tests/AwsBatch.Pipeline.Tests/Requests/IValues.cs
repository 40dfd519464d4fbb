using System.Reflection;
using Amazon.Runtime;

namespace AwsBatch.Pipeline.Tests.Requests;

/// <summary>What the properties of a request are set to.</summary>
internal interface IValues
{
    /// <summary>Whether a property is not set at all.</summary>
    bool Leaves(PropertyInfo property);

    /// <summary>Called before each value.</summary>
    void Next();

    /// <summary>How many a collection holds.</summary>
    int Count();

    string Text(string name);

    bool Flag();

    DateTime Time();

    /// <summary>A number that any numeric type holds, or one of the type.</summary>
    object Number(Type type);

    /// <summary>One of so many.</summary>
    int Choose(int count);

    /// <summary>A value of a type that has constants, of which these are known.</summary>
    ConstantClass? Constant(Type type, IReadOnlyList<ConstantClass> known);

    MemoryStream Bytes();
}
