"""What the AWS CLI sends, a line of JSON for each request: {service, operation, source, params, wire}.

Usage: wire.py shapes|blanks|examples|outputs|required SERVICE...

"shapes" makes a request with every member of every operation's input, out of botocore's model; "blanks" the same with empty lists,
zeros and what is false; "examples" takes the inputs of the examples that come with it; "outputs" tells what members answers have instead, and "required" the paths of
what the request with every member cannot do without. botocore is the AWS CLI's own engine: its client serializes them, and the request is
caught before it is sent. Nothing leaves the machine.
"""
import base64
import datetime
import json
import sys
import urllib.parse
import uuid

import botocore.config
import botocore.session
from botocore.awsrequest import AWSResponse

ENDPOINT = "https://aws.test"
TIME = datetime.datetime(2026, 1, 31, 12, 0, 0, tzinfo=datetime.timezone.utc)
TOKEN = "00000000-0000-4000-8000-000000000000"
TEXTS = {
    "QueueUrl": ENDPOINT + "/123456789012/queue", "Bucket": "bucket", "Key": "folder/a key.txt",
    "CopySource": "source/folder/a%20key.txt?versionId=v1", "CopySourceRange": "bytes=0-9", "Range": "bytes=0-9",
    "MFA": "serial 123456", "Tagging": "key=value%20x&other=", "SSECustomerKey": "0123456789abcdef0123456789abcdef",
    "CopySourceSSECustomerKey": "0123456789abcdef0123456789abcdef", "SSECustomerAlgorithm": "AES256",
    "CopySourceSSECustomerAlgorithm": "AES256", "GrantFullControl": "id=\"owner\"", "GrantRead": "uri=\"http://group\"",
    "GrantReadACP": "emailaddress=\"a@b.test\"", "GrantWrite": "id=\"owner\"", "GrantWriteACP": "id=\"owner\"",
    "SourceRegion": "eu-west-1", "DestinationRegion": "us-east-1", "ContentMD5": "XUFAKrxLKna5cZ2REBfFkg==",
    "RequestRoute": "route", "ContentType": "text/x-test", "AccountId": "123456789012", "ExpectedBucketOwner": "123456789012",
    "RenameSource": "bucket/other",
}
# What EC2 takes in place of IpPermissions, and S3 in place of ACL: one or the other.
FLAT = {"CidrIp", "FromPort", "IpProtocol", "SourceSecurityGroupName", "SourceSecurityGroupOwnerId", "ToPort"}
DERIVED = {"SSECustomerKeyMD5", "CopySourceSSECustomerKeyMD5", "PresignedUrl"}


BLOB = b"blob of bytes"
BLANKS = {"list": [], "map": {}, "boolean": False, "integer": 0, "long": 0, "float": 0.0, "double": 0.0, "blob": b""}
DIRECTIVES = ("MetadataDirective", "TaggingDirective")


class Caught(Exception):
    pass


def value(shape, name, service, stack=(), turn=0):
    kind = shape.type_name
    if kind == "structure":
        members = list(shape.members.items())
        if shape.metadata.get("union") or getattr(shape, "is_tagged_union", False):
            members = [members[turn % len(members)]]
        elif service == "s3" and shape.name.endswith("Filter") and "And" in shape.members:
            members = [m for m in members if m[0] == "And"]
        elif service == "s3" and shape.name == "Grantee":
            members = [m for m in members if m[0] in ("Type", "ID")]
        names = [key for key, _ in members]
        if service == "ec2" and "IpPermissions" in names and "CidrIp" in names:
            members = [m for m in members if m[0] not in FLAT]
        if service == "s3" and "GrantWrite" in names and "CreateBucketConfiguration" in names:
            members = [m for m in members if m[0] != "ACL"]
        stack += (shape.name,)
        return {key: value(member, key, service, stack, turn)
                for key, member in members
                if key not in DERIVED and not recursive(member, stack)}
    if kind == "list":
        return [value(shape.member, name, service, stack, turn + i) for i in range(2)]
    if kind == "map":
        return {"key": value(shape.value, name, service, stack, turn)}
    if kind == "timestamp":
        return TIME
    if kind == "boolean":
        return True
    if kind in ("integer", "long"):
        if name == "ContentLength":
            return len(BLOB)
        return max(1, int(shape.metadata.get("min", 1)))
    if kind in ("float", "double"):
        return 1.5
    if kind == "blob":
        return BLOB
    if service == "s3" and name in TEXTS or name == "QueueUrl":
        return TEXTS[name]
    if shape.name == "GranteeType" or name == "Type" and "CanonicalUser" in (getattr(shape, "enum", None) or []):
        return "CanonicalUser"
    if getattr(shape, "enum", None):
        return "REPLACE" if name in DIRECTIVES else shape.enum[0]
    text = TEXTS.get(name, name + "-x")
    return text.ljust(int(shape.metadata.get("min", 0)), "x")


def blank(shape, item):
    if shape.type_name == "structure":
        return {key: blank(shape.members[key], entry) for key, entry in item.items()}
    return BLANKS.get(shape.type_name, item)


def recursive(shape, stack):
    while shape.type_name in ("list", "map"):
        shape = shape.member if shape.type_name == "list" else shape.value
    return stack.count(shape.name) > 1


def plain(item):
    if isinstance(item, dict):
        return {key: plain(entry) for key, entry in item.items()}
    if isinstance(item, list):
        return [plain(entry) for entry in item]
    if isinstance(item, (bytes, bytearray)):
        return base64.b64encode(item).decode()
    if isinstance(item, datetime.datetime):
        return item.strftime("%Y-%m-%dT%H:%M:%SZ")
    return item


def typed(shape, item):
    """Examples hold bytes as text and times as numbers or text."""
    if shape.type_name == "structure" and isinstance(item, dict):
        return {key: typed(shape.members[key], entry) for key, entry in item.items() if key in shape.members}
    if shape.type_name == "list" and isinstance(item, list):
        return [typed(shape.member, entry) for entry in item]
    if shape.type_name == "map" and isinstance(item, dict):
        return {key: typed(shape.value, entry) for key, entry in item.items()}
    if shape.type_name == "blob" and isinstance(item, str):
        return item.encode()
    if shape.type_name in ("integer", "long") and isinstance(item, str):
        return int(item)
    if shape.type_name == "boolean" and isinstance(item, str):
        return item.lower() == "true"
    return item


def caught(request, **_):
    url = urllib.parse.urlsplit(request.url)
    body = request.body
    if hasattr(body, "read"):
        body = body.read()
    if isinstance(body, str):
        body = body.encode()
    request_headers = {key.lower(): value.decode() if isinstance(value, bytes) else str(value) for key, value in request.headers.items()}
    raise_caught({
        "method": request.method, "path": url.path, "query": url.query,
        "headers": request_headers, "body": base64.b64encode(body or b"").decode(),
    })


def raise_caught(wire):
    error = Caught()
    error.wire = wire
    raise error


def method_names(client):
    return {api: name for name, api in client.meta.method_to_api_mapping.items()}


def send(client, methods, operation, params):
    try:
        getattr(client, methods[operation])(**params)
    except Caught as error:
        return error.wire
    raise RuntimeError("nothing was sent")


def requests_of_shapes(client, service):
    for operation in client.meta.service_model.operation_names:
        model = client.meta.service_model.operation_model(operation)
        yield operation, "shape", value(model.input_shape, "", service) if model.input_shape else {}


def requests_of_blanks(client, service):
    for operation, _, params in requests_of_shapes(client, service):
        shape = client.meta.service_model.operation_model(operation).input_shape
        yield operation, "blank", blank(shape, params) if shape else {}


def requests_of_examples(client, service, session):
    examples = session.get_component("data_loader").load_service_model(service, "examples-1")["examples"]
    for operation, entries in examples.items():
        if operation not in client.meta.service_model.operation_names:
            continue
        model = client.meta.service_model.operation_model(operation)
        for entry in entries:
            params = entry.get("input", {})
            yield operation, entry.get("id", "?"), typed(model.input_shape, params) if model.input_shape else {}


def outputs(client):
    for operation in client.meta.service_model.operation_names:
        shape = client.meta.service_model.operation_model(operation).output_shape
        yield operation, names(shape, ()) if shape else {}


def required(client, service):
    for operation, _, params in requests_of_shapes(client, service):
        shape = client.meta.service_model.operation_model(operation).input_shape
        yield operation, params, list(required_paths(shape, params, "params")) if shape else []


def required_paths(shape, item, path):
    """Of the first element of a list, and of no map: what holds for one holds for all."""
    if shape.type_name == "structure":
        for key, entry in item.items():
            if key in shape.required_members:
                yield f"{path}.{key}"
            yield from required_paths(shape.members[key], entry, f"{path}.{key}")
    elif shape.type_name == "list" and item:
        yield from required_paths(shape.member, item[0], f"{path}[0]")


def names(shape, stack):
    """The members of a structure, by name; of what lies in lists and maps as well."""
    while shape.type_name in ("list", "map"):
        shape = shape.member if shape.type_name == "list" else shape.value
    if shape.type_name != "structure" or stack.count(shape.name) > 0:
        return None
    return {key: names(member, stack + (shape.name,)) for key, member in shape.members.items()}


def main(source, services):
    uuid.uuid4 = lambda: uuid.UUID(TOKEN)
    session = botocore.session.get_session()
    session.set_credentials("AKIDEXAMPLE", "not-a-real-secret")
    config = botocore.config.Config(s3={"addressing_style": "path"}, retries={"max_attempts": 0}, parameter_validation=source != "blanks")
    for service in services:
        client = session.create_client(service, region_name="us-east-1", endpoint_url=ENDPOINT, config=config)
        client.meta.events.register_last("before-send", caught)
        methods = method_names(client)
        if source == "outputs":
            for operation, members in outputs(client):
                print(json.dumps({"service": service, "operation": operation, "members": members}))
            continue
        if source == "required":
            for operation, params, paths in required(client, service):
                print(json.dumps({"service": service, "operation": operation, "params": plain(params), "required": paths}))
            continue
        requests = {
            "shapes": lambda: requests_of_shapes(client, service),
            "blanks": lambda: requests_of_blanks(client, service),
            "examples": lambda: requests_of_examples(client, service, session),
        }[source]()
        for operation, name, params in requests:
            line = {"service": service, "operation": operation, "source": name, "params": plain(params)}
            try:
                line["wire"] = send(client, methods, operation, params)
            except Exception as error:  # what botocore itself refuses is told, and compared with nothing
                line["refused"] = f"{type(error).__name__}: {error}"[:300]
            print(json.dumps(line))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
