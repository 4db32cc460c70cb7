"""The platform as a program with python3-grpcio sees it, its messages made from descriptors at run time.

Arguments: host:port of the gateway, folder of the protos (not used: everything comes from the descriptors), file with the descriptors.
"""

import hashlib
import json
import sys
import threading
import time
import traceback
import uuid

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

ADDRESS, _, DESCRIPTORS = sys.argv[1:]
CHECKS = []
TITLE = "望岫县2024年法治政府建设工作要点"


class Api:
    """Messages and methods of a set of descriptors."""

    def __init__(self, channel, path):
        self.channel = channel
        self.pool = descriptor_pool.DescriptorPool()
        self.factory = message_factory.MessageFactory(self.pool)
        with open(path, "rb") as file:
            for proto in descriptor_pb2.FileDescriptorSet.FromString(file.read()).file:
                self.pool.Add(proto)

    def message(self, name):
        return self.factory.GetPrototype(self.pool.FindMessageTypeByName(name))

    def call(self, path, request, **options):
        """Calls a method of any kind; `request` is the fields of the message, or an iterable of messages where it streams."""
        service, name = path.split("/")
        method = self.pool.FindServiceByName(service).methods_by_name[name]
        proto = descriptor_pb2.MethodDescriptorProto()
        method.CopyToProto(proto)
        asked = self.factory.GetPrototype(method.input_type)
        answered = self.factory.GetPrototype(method.output_type)
        kind = ("stream" if proto.client_streaming else "unary") + "_" + ("stream" if proto.server_streaming else "unary")
        stub = getattr(self.channel, kind)(
            "/" + path, request_serializer=asked.SerializeToString, response_deserializer=answered.FromString)
        options.setdefault("timeout", 10)
        return stub(request if proto.client_streaming else asked(**request), **options)


CHANNEL = grpc.insecure_channel(ADDRESS)
API = Api(CHANNEL, DESCRIPTORS)
PLANS = "fazhi.plans.v1.PlanService/"
SEARCH = "fazhi.search.v1.SearchService/"


def check(body):
    CHECKS.append(body)
    return body


def expect(condition, message="not so"):
    if not condition:
        raise AssertionError(message)


def expect_equal(expected, actual):
    expect(expected == actual, f"expected {expected!r}, got {actual!r}")


def failure(call):
    try:
        call()
    except grpc.RpcError as error:
        return error
    raise AssertionError("the call was answered, an error was expected")


def details(error):
    """The details of an error by the full name of their type."""
    trailers = {entry.key: entry.value for entry in error.trailing_metadata()}
    status = API.message("google.rpc.Status").FromString(trailers["grpc-status-details-bin"])
    expect_equal(error.code().value[0], status.code)
    names = [(detail.type_url.split("/")[-1], detail.value) for detail in status.details]
    return {name: API.message(name).FromString(value) for name, value in names}


def import_document(data):
    request = API.message("fazhi.documents.v1.ImportDocumentRequest")

    def messages():
        first = request()
        first.metadata.file_name = "python.txt"
        yield first
        for at in range(0, len(data), 100):
            yield request(chunk=data[at:at + 100])

    return API.call(PLANS + "ImportDocument", messages())


class NewPlan:
    """A fictional plan that nobody imported before, for the time of a check."""

    def __enter__(self):
        self.marker = f"外来客户端{uuid.uuid4().hex[:12]}号"
        self.data = "\n".join([
            TITLE,
            f"为落实年度任务，制定本要点，登记为{self.marker}。",
            "一、规范行政决策程序",
            "（一）抓好重大决策听取意见。每项决策至少召开一次座谈会。（牵头单位：县司法局；责任单位：各相关部门）",
            "",
        ]).encode()
        self.imported = import_document(self.data)
        self.name = self.imported.document.name
        return self

    def __exit__(self, *_):
        API.call(PLANS + "DeletePlan", {"name": self.name})


@check
def unary():
    answer = API.call(PLANS + "ListPlans", {"page_size": 2})
    expect(len(answer.plans) <= 2 and answer.total_size >= len(answer.plans), str(answer))


@check
def client_streaming_import():
    with NewPlan() as plan:
        outcome = plan.imported.DESCRIPTOR.enum_types_by_name["Outcome"].values_by_name
        expect_equal(outcome["OUTCOME_CREATED"].number, plan.imported.outcome)
        expect_equal(TITLE, plan.imported.document.title)
        again = import_document(plan.data)
        expect_equal(outcome["OUTCOME_UNCHANGED"].number, again.outcome)
        expect_equal(plan.name, again.document.name)


@check
def import_is_findable_within_a_second():
    with NewPlan() as plan:
        end = time.monotonic() + 1
        results = []
        while not results:
            expect(time.monotonic() < end, "not within a second")
            results = API.call(SEARCH + "Search", {"query": f'"{plan.marker}"'}).results
        expect_equal([plan.name], [result.document.name for result in results])


@check
def server_streaming_download():
    with NewPlan() as plan:
        chunks = list(API.call(PLANS + "DownloadOriginal", {"name": plan.name}))
        expect_equal(plan.data, b"".join(chunk.data for chunk in chunks))
        expect_equal(hashlib.sha256(plan.data).hexdigest(), chunks[0].source.sha256)


@check
def server_streaming_watch_goes_on_live():
    token = ""
    past = API.call(PLANS + "WatchChanges", {})
    for change in past:
        token = change.resume_token
        if change.caught_up:
            past.cancel()
            break
    live = API.call(PLANS + "WatchChanges", {"resume_token": token})
    with NewPlan() as plan:
        name = plan.name
    changes = []
    for change in live:
        if not change.caught_up:
            changes.append(change)
        if change.deleted:
            live.cancel()
            break
    expect_equal([(name, False), (name, True)], [(change.name, change.deleted) for change in changes])
    expect_equal(TITLE, changes[0].plan.title)


@check
def bidirectional_streaming_reflection():
    request = API.message("grpc.reflection.v1alpha.ServerReflectionRequest")
    answers = list(API.call(
        "grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
        iter([request(list_services=""), request(file_containing_symbol="fazhi.search.v1.SearchService")])))
    names = [service.name for service in answers[0].list_services_response.service]
    expect("fazhi.plans.v1.PlanService" in names and "fazhi.search.v1.SearchService" in names, str(names))
    expect(answers[1].file_descriptor_response.file_descriptor_proto, str(answers[1]))


@check
def health():
    answer = API.call("grpc.health.v1.Health/Check", {})
    expect_equal(1, answer.status)


@check
def error_details_not_found():
    error = failure(lambda: API.call(PLANS + "GetPlan", {"name": "plans/0000000000000000"}))
    expect_equal(grpc.StatusCode.NOT_FOUND, error.code())
    found = details(error)
    expect_equal("fazhi", found["google.rpc.ErrorInfo"].domain)
    expect_equal("plans/0000000000000000", found["google.rpc.ResourceInfo"].resource_name)
    expect(any("\u4e00" <= character <= "\u9fff" for character in error.details()), error.details())


@check
def error_details_invalid_argument():
    error = failure(lambda: API.call(SEARCH + "Search", {"query": "法治", "page_size": -1}))
    expect_equal(grpc.StatusCode.INVALID_ARGUMENT, error.code())
    expect_equal("page_size", details(error)["google.rpc.BadRequest"].field_violations[0].field)


@check
def error_of_a_client_stream():
    error = failure(lambda: import_document(b""))
    expect_equal(grpc.StatusCode.INVALID_ARGUMENT, error.code())
    expect_equal("fazhi", details(error)["google.rpc.ErrorInfo"].domain)


@check
def unknown_method():
    stub = CHANNEL.unary_unary("/fazhi.plans.v1.PlanService/NoSuchMethod")
    error = failure(lambda: stub(b"", timeout=10))
    expect_equal(grpc.StatusCode.UNIMPLEMENTED, error.code())


@check
def deadline_exceeded():
    started = time.monotonic()
    error = failure(lambda: list(API.call(PLANS + "WatchChanges", {}, timeout=0.4)))
    expect_equal(grpc.StatusCode.DEADLINE_EXCEEDED, error.code())
    expect(time.monotonic() - started < 3, "the call ended late")


@check
def cancel():
    call = API.call(PLANS + "WatchChanges", {})
    next(call)
    threading.Timer(0.1, call.cancel).start()
    error = failure(lambda: list(call))
    expect_equal(grpc.StatusCode.CANCELLED, error.code())


@check
def metadata_ascii_and_binary():
    metadata = (("x-client-note", "python"), ("x-client-note-bin", b"\x00\x01\x02\xfa\xff"))
    API.call(SEARCH + "Search", {"query": ""}, metadata=metadata)


@check
def gzip_request():
    answer = API.call(SEARCH + "Search", {"query": "法治" * 20}, compression=grpc.Compression.Gzip)
    expect(answer.total_size >= 0)


for body in CHECKS:
    result = {"check": body.__name__, "ok": True}
    try:
        body()
    except Exception:
        result.update(ok=False, error=traceback.format_exc())
    print(json.dumps(result), flush=True)
