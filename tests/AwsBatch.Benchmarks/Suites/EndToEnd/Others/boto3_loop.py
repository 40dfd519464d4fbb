"""A thread pool over boto3, its clients as they come: a line of JSON in, a line of JSON out. Silent where boto3 is not installed."""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

try:
    import boto3
    from botocore.config import Config
except ImportError:
    sys.exit()

CALLS = {
    "s3:HeadObject": ("s3", "head_object", lambda url, n: {"Bucket": "bucket", "Key": f"folder/part-{n}.csv"}),
    "s3:ListObjectsV2": ("s3", "list_objects_v2", lambda url, n: {"Bucket": "bucket", "Prefix": f"folder/{n}/"}),
    "ec2:DescribeInstances": ("ec2", "describe_instances", lambda url, n: {"InstanceIds": [f"i-{n:017x}"]}),
    "dynamodb:GetItem": ("dynamodb", "get_item", lambda url, n: {"TableName": "orders", "Key": {"id": {"S": str(n)}}}),
    "sqs:SendMessage": ("sqs", "send_message", lambda url, n: {
        "QueueUrl": f"{url}/123456789012/orders", "MessageBody": '{"order":4711,"state":"paid"}'}),
    "lambda:Invoke": ("lambda", "invoke", lambda url, n: {"FunctionName": "resize", "Payload": f'{{"image":{n}}}'}),
}
clients = {}


def client_of(service, url, concurrency):
    if (service, url) not in clients:
        # Its pool of connections would else hold ten, and open one anew for each call beyond.
        config = Config(max_pool_connections=concurrency, s3={"addressing_style": "path"})
        clients[service, url] = boto3.client(
            service, endpoint_url=url, region_name="us-east-1",
            aws_access_key_id="AKIDFAKE", aws_secret_access_key="not-a-real-secret", config=config)
    return clients[service, url]


def take_turn(turn):
    service, method, parameters = CALLS[turn["call"]]
    call = getattr(client_of(service, turn["url"], turn["concurrency"]), method)
    requests = [parameters(turn["url"], number) for number in range(turn["calls"])]

    def timed(request):
        started = time.perf_counter()
        call(**request)
        return time.perf_counter() - started

    with ThreadPoolExecutor(turn["concurrency"]) as pool:
        cpu, started = time.process_time(), time.perf_counter()
        durations = sorted(pool.map(timed, requests))
        elapsed, cpu = time.perf_counter() - started, time.process_time() - cpu
    return {"elapsed": elapsed, "cpu": cpu, "p50": durations[len(durations) // 2], "p99": durations[len(durations) * 99 // 100]}


print("ready", flush=True)
for line in sys.stdin:
    print(json.dumps(take_turn(json.loads(line))), flush=True)
