// The platform as a program with @connectrpc/connect sees it: JSON over HTTP/1.1 and HTTP/2, and gRPC from the same library.
// Arguments: host:port of the gateway, folder of the protos (not used: everything comes from the descriptors), file with the descriptors.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { createConnectTransport, createGrpcTransport } from '@connectrpc/connect-node';
import { newPlan, run, withinASecond } from '../checks.mjs';

const [address, , descriptors] = process.argv.slice(2);
const baseUrl = `http://${address}`;
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(descriptors)));

const sent = [];
const observe = (next) => async (request) => {
  const response = await next(request);
  sent.push({ url: request.url, type: request.header.get('content-type'), answer: response.header.get('content-type') });
  return response;
};
const json = (httpVersion) => createConnectTransport({ baseUrl, httpVersion, useBinaryFormat: false, interceptors: [observe] });
const http1 = json('1.1');
const http2 = json('2');
const grpc = createGrpcTransport({ baseUrl });

const client = (name, transport = http1) => createClient(registry.getService(name), transport);
const search = client('fazhi.search.v1.SearchService');
const plans = client('fazhi.plans.v1.PlanService');
const grpcPlans = client('fazhi.plans.v1.PlanService', grpc);

async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    return ConnectError.from(error);
  }
  throw new Error('the call was answered, an error was expected');
}

function assertCode(error, code) {
  assert.equal(Code[error.code], Code[code], String(error));
}

async function post(method, body, headers = {}) {
  const answer = await fetch(`${baseUrl}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get('content-type'), text, json: () => JSON.parse(text) };
}

async function* importOf(bytes) {
  yield { payload: { case: 'metadata', value: { fileName: 'connect.txt' } } };
  yield { payload: { case: 'chunk', value: bytes } };
}

await run({
  async unary_json() {
    const answer = await search.search({ query: '', pageSize: 3 });
    assert.ok(answer.results.length <= 3);
    assert.equal(typeof answer.totalSize, 'bigint');
    assert.match(sent.at(-1).type, /^application\/json/);
    assert.match(sent.at(-1).answer, /^application\/json/);
  },

  async unary_json_over_http2() {
    const answer = await client('fazhi.search.v1.SearchService', http2).search({ query: '', pageSize: 3 });
    assert.ok(answer.results.length <= 3);
  },

  async every_service() {
    assert.ok((await client('fazhi.units.v1.UnitService').listRegions({ pageSize: 3 })).regions.length > 0);
    assert.ok((await plans.listPlans({})).totalSize >= 0);
    assert.ok((await client('fazhi.reports.v1.ReportService').listReports({})).totalSize >= 0);
    assert.ok((await client('fazhi.supervision.v1.SupervisionService').listInspections({})).totalSize >= 0);
  },

  async grpc_import_is_findable_by_json_within_a_second() {
    const { bytes, marker } = newPlan();
    const { document } = await grpcPlans.importDocument(importOf(bytes));
    try {
      const results = await withinASecond(async () => {
        const answer = await search.search({ query: `"${marker}"` });
        return answer.results.length > 0 && answer.results;
      });
      assert.deepEqual(results.map((result) => result.document.name), [document.name]);
      assert.equal((await plans.getPlan({ name: document.name })).title, '望岫县2024年法治政府建设工作要点');
    } finally {
      await plans.deletePlan({ name: document.name });
    }
  },

  async grpc_server_stream() {
    for await (const change of grpcPlans.watchChanges({})) {
      assert.ok(change.resumeToken.length > 0);
      if (change.caughtUp) return;
    }
    throw new Error('the stream ended before it had caught up');
  },

  async error_with_details() {
    const error = await failure(plans.getPlan({ name: 'plans/0000000000000000' }));
    assertCode(error, Code.NotFound);
    const [info] = error.findDetails(registry.getMessage('google.rpc.ErrorInfo'));
    assert.equal(info.domain, 'fazhi');
    const [resource] = error.findDetails(registry.getMessage('google.rpc.ResourceInfo'));
    assert.equal(resource.resourceName, 'plans/0000000000000000');
    assert.match(error.rawMessage, /[\u4e00-\u9fff]/);
  },

  async field_violation() {
    const error = await failure(search.search({ query: '法治', pageSize: -1 }));
    assertCode(error, Code.InvalidArgument);
    const [bad] = error.findDetails(registry.getMessage('google.rpc.BadRequest'));
    assert.equal(bad.fieldViolations[0].field, 'page_size');
  },

  async same_error_as_grpc() {
    const [byJson, byGrpc] = await Promise.all([plans, grpcPlans].map((via) => failure(via.getPlan({ name: 'not a name' }))));
    assertCode(byJson, Code.InvalidArgument);
    assertCode(byGrpc, Code.InvalidArgument);
    assert.equal(byJson.rawMessage, byGrpc.rawMessage);
  },

  async unknown_method() {
    const answer = await post('fazhi.search.v1.SearchService/NoSuchMethod', {});
    assert.equal(answer.status, 404);
    const path = { ...registry.getService('fazhi.search.v1.SearchService').method.search, name: 'NoSuchMethod' };
    const error = await failure(http1.unary(path, undefined, undefined, undefined, {}));
    assertCode(error, Code.Unimplemented);
  },

  async unknown_service() {
    const answer = await post('fazhi.nowhere.v1.NoService/Get', {});
    assert.equal(answer.status, 404);
  },

  async malformed_json() {
    const answer = await post('fazhi.search.v1.SearchService/Search', '{"query": ');
    assert.equal(answer.status, 400);
    assert.equal(answer.json().code, 'invalid_argument');
    assert.ok(answer.json().message.length > 0);
  },

  async unknown_field() {
    const answer = await post('fazhi.search.v1.SearchService/Search', { qurey: '法治' });
    assert.equal(answer.status, 400);
    assert.equal(answer.json().code, 'invalid_argument');
    assert.match(answer.json().message, /qurey/);
  },

  async timeout_header() {
    const malformed = await post('fazhi.search.v1.SearchService/Search', { query: '法治' }, { 'connect-timeout-ms': 'soon' });
    assert.equal(malformed.json().code, 'invalid_argument');
    const enough = await post('fazhi.search.v1.SearchService/Search', { query: '法治' }, { 'connect-timeout-ms': '10000' });
    assert.equal(enough.status, 200);
    // A millisecond may be enough for one call, hardly for a thousand regions, never for this many calls.
    for (let attempt = 0; attempt < 200; attempt++) {
      const answer = await post('fazhi.units.v1.UnitService/ListRegions', { pageSize: 1000 }, { 'connect-timeout-ms': '1' });
      if (answer.status === 200) continue;
      assert.equal(answer.json().code, 'deadline_exceeded');
      assert.equal(answer.status, 504);
      return;
    }
    throw new Error('no call with a timeout of 1 ms ever exceeded it');
  },

  async cancel() {
    const abort = new AbortController();
    let seen = 0;
    const error = await failure((async () => {
      for await (const change of grpcPlans.watchChanges({}, { signal: abort.signal })) {
        seen++;
        abort.abort();
        assert.ok(change.resumeToken);
      }
    })());
    assertCode(error, Code.Canceled);
    assert.equal(seen, 1);
  },

  async curl_without_the_connect_header() {
    const answer = await post('fazhi.search.v1.SearchService/Search', { query: '法治', page_size: 1 });
    assert.equal(answer.status, 200);
    assert.match(answer.type, /^application\/json/);
    assert.ok(answer.json());
  },

  async streaming_method_is_refused_in_words() {
    const answer = await post('fazhi.plans.v1.PlanService/WatchChanges', {});
    assert.ok(answer.status >= 400 && answer.status < 600, `status ${answer.status}`);
    assert.ok(answer.json().code.length > 0);
    assert.ok(answer.json().message.length > 0);
  },
});

process.exit(0);
