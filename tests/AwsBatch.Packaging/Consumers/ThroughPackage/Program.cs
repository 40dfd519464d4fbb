Console.WriteLine(typeof(AwsBatch.Testing.AwsEndpoint));
