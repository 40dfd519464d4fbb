Console.WriteLine(typeof(Library.ILibraryBatch));
