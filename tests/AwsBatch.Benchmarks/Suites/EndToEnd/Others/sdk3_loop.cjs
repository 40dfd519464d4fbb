// A loop over the SDK v3 for JavaScript, its clients as they come: a line of JSON in, a line of JSON out. Silent where the
// packages @aws-sdk/client-{s3,ec2,dynamodb,sqs,lambda} are not found (NODE_PATH says where to look).
const readline = require("node:readline");

const calls = {
  "s3:HeadObject": ["s3", "S3Client", "HeadObjectCommand", (_, n) => ({ Bucket: "bucket", Key: `folder/part-${n}.csv` })],
  "s3:ListObjectsV2": ["s3", "S3Client", "ListObjectsV2Command", (_, n) => ({ Bucket: "bucket", Prefix: `folder/${n}/` })],
  "ec2:DescribeInstances": ["ec2", "EC2Client", "DescribeInstancesCommand", (_, n) => ({ InstanceIds: [`i-${n.toString(16).padStart(17, "0")}`] })],
  "dynamodb:GetItem": ["dynamodb", "DynamoDBClient", "GetItemCommand", (_, n) => ({ TableName: "orders", Key: { id: { S: `${n}` } } })],
  "sqs:SendMessage": ["sqs", "SQSClient", "SendMessageCommand", (url) => ({
    QueueUrl: `${url}/123456789012/orders`, MessageBody: '{"order":4711,"state":"paid"}' })],
  "lambda:Invoke": ["lambda", "LambdaClient", "InvokeCommand", (_, n) => ({ FunctionName: "resize", Payload: Buffer.from(`{"image":${n}}`) })],
};
const clients = new Map();

function clientOf(service, client, url) {
  const key = `${service} ${url}`;
  if (!clients.has(key)) {
    const { [client]: Client } = require(`@aws-sdk/client-${service}`);
    clients.set(key, new Client({
      endpoint: url, region: "us-east-1", forcePathStyle: true,
      credentials: { accessKeyId: "AKIDFAKE", secretAccessKey: "not-a-real-secret" },
    }));
  }
  return clients.get(key);
}

async function takeTurn({ call, url, calls: count, concurrency }) {
  const [service, client, command, parameters] = calls[call];
  const sdk = clientOf(service, client, url);
  const { [command]: Command } = require(`@aws-sdk/client-${service}`);
  const requests = Array.from({ length: count }, (_, number) => parameters(url, number));
  const durations = [];
  let next = 0;

  async function work() {
    while (next < count) {
      const request = requests[next++];
      const began = performance.now();
      await sdk.send(new Command(request));
      durations.push((performance.now() - began) / 1e3);
    }
  }

  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrency }, work));
  const elapsed = (performance.now() - started) / 1e3;
  const { user, system } = process.cpuUsage(cpu);
  durations.sort((a, b) => a - b);
  return {
    elapsed, cpu: (user + system) / 1e6,
    p50: durations[Math.floor(count / 2)], p99: durations[Math.floor((count * 99) / 100)],
  };
}

async function main() {
  console.log("ready");
  for await (const line of readline.createInterface({ input: process.stdin }))
    console.log(JSON.stringify(await takeTurn(JSON.parse(line))));
}

try {
  for (const [service] of Object.values(calls))
    require.resolve(`@aws-sdk/client-${service}`);
  main();
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND")
    throw error;
}
