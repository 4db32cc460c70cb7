// The platform as a program with @grpc/grpc-js sees it, with the protos of the project as they are.
// Arguments: host:port of the gateway, folder of the protos, file with the descriptors of google.rpc, health and reflection.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import { newPlan, run, withinASecond } from '../checks.mjs';

const [address, protos, descriptors] = process.argv.slice(2);
const options = { keepCase: false, longs: Number, enums: String, defaults: true, oneofs: true };
const files = readdirSync(protos, { recursive: true }).filter((name) => name.endsWith('.proto'));
const { fazhi } = grpc.loadPackageDefinition(loader.loadSync(files, { ...options, includeDirs: [protos] }));
// Loaded from descriptors, fields keep the names of the protos.
const standard = loader.loadFileDescriptorSetFromBuffer(readFileSync(descriptors), options);

const credentials = grpc.credentials.createInsecure();
const plans = new fazhi.plans.v1.PlanService(address, credentials);
const search = new fazhi.search.v1.SearchService(address, credentials);
const gzipped = new fazhi.search.v1.SearchService(address, credentials, {
  'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip,
});

/** Calls a unary method; the answer, or the error thrown. */
function unary(client, method, request, { metadata = new grpc.Metadata(), ...callOptions } = {}) {
  return new Promise((resolve, reject) => {
    client[method](request, metadata, { deadline: Date.now() + 10_000, ...callOptions }, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

function importDocument(bytes, fileName = 'grpc-js.txt') {
  return new Promise((resolve, reject) => {
    const call = plans.importDocument((error, answer) => (error ? reject(error) : resolve(answer)));
    call.write({ metadata: { fileName } });
    for (let at = 0; at < bytes.length; at += 100) call.write({ chunk: bytes.subarray(at, at + 100) });
    call.end();
  });
}

/** Reads a server stream until `stop` says so or it ends; the messages and the error, if it ended with one. */
function read(call, stop = () => false) {
  return new Promise((resolve) => {
    const messages = [];
    call.on('data', (message) => {
      messages.push(message);
      if (stop(message)) call.cancel();
    });
    call.on('error', (error) => resolve({ messages, error }));
    call.on('end', () => resolve({ messages }));
  });
}

async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('the call was answered, an error was expected');
}

function assertCode(error, code) {
  assert.equal(grpc.status[error?.code], code, String(error));
}

/** The details of an error: full name of the type and the message. */
function details(error) {
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  assert.ok(bytes, 'the error has no grpc-status-details-bin');
  const status = standard['google.rpc.Status'].deserialize(bytes);
  assert.equal(status.code, error.code);
  return Object.fromEntries(
    status.details.map(({ type_url: url, value }) => {
      const type = url.split('/').pop();
      return [type, standard[type].deserialize(value)];
    }),
  );
}

/** Imports a new plan for the time of a check. */
async function withPlan(body) {
  const plan = newPlan();
  const imported = await importDocument(plan.bytes);
  try {
    await body({ ...plan, name: imported.document.name, imported });
  } finally {
    await unary(plans, 'deletePlan', { name: imported.document.name });
  }
}

await run({
  async unary() {
    const answer = await unary(plans, 'listPlans', { pageSize: 2 });
    assert.ok(Array.isArray(answer.plans) && answer.plans.length <= 2);
    assert.ok(answer.totalSize >= answer.plans.length);
  },

  async client_streaming_import() {
    await withPlan(async ({ bytes, name, imported }) => {
      assert.equal(imported.outcome, 'OUTCOME_CREATED');
      assert.equal(imported.document.title, '望岫县2024年法治政府建设工作要点');
      assert.equal(imported.document.type, 'DOCUMENT_TYPE_PLAN');
      const again = await importDocument(bytes);
      assert.equal(again.outcome, 'OUTCOME_UNCHANGED');
      assert.equal(again.document.name, name);
    });
  },

  async import_is_findable_within_a_second() {
    await withPlan(async ({ marker, name }) => {
      const [result] = await withinASecond(async () => {
        const { results } = await unary(search, 'search', { query: `"${marker}"` });
        return results.length > 0 && results;
      });
      assert.equal(result.document.name, name);
      const passage = result.passages.find(({ highlights }) => highlights.length > 0);
      const marked = passage.highlights.map(({ start, length }) => passage.text.slice(start, start + length)).join('');
      assert.ok(marked.includes('外来客户端'), `highlighted: ${marked}`);
    });
  },

  async server_streaming_download() {
    await withPlan(async ({ bytes, name }) => {
      const { messages, error } = await read(plans.downloadOriginal({ name }));
      assert.equal(error, undefined);
      assert.deepEqual(Buffer.concat(messages.map(({ data }) => data)), bytes);
      assert.equal(messages[0].source.sha256, createHash('sha256').update(bytes).digest('hex'));
    });
  },

  async server_streaming_watch_goes_on_live() {
    let token = '';
    const past = await read(plans.watchChanges({}), (change) => {
      token = change.resumeToken;
      return change.caughtUp;
    });
    assertCode(past.error, 'CANCELLED');
    const live = plans.watchChanges({ resumeToken: token });
    const changes = read(live, (change) => change.deleted);
    await withPlan(async ({ name }) => {
      setTimeout(() => live.cancel(), 10_000).unref();
      assert.ok(name);
    });
    const { messages } = await changes;
    const [created, deleted] = messages.filter((change) => !change.caughtUp);
    assert.equal(created.plan.title, '望岫县2024年法治政府建设工作要点');
    assert.equal(deleted.name, created.name);
    assert.equal(deleted.deleted, true);
  },

  async bidirectional_streaming_reflection() {
    const reflection = new (grpc.loadPackageDefinition(standard).grpc.reflection.v1alpha.ServerReflection)(address, credentials);
    const call = reflection.serverReflectionInfo();
    const first = read(call);
    call.write({ list_services: '' });
    call.write({ file_containing_symbol: 'fazhi.search.v1.SearchService' });
    call.end();
    const { messages, error } = await first;
    assert.equal(error, undefined);
    const names = messages[0].list_services_response.service.map(({ name }) => name);
    assert.ok(names.includes('fazhi.plans.v1.PlanService') && names.includes('fazhi.search.v1.SearchService'), names.join(' '));
    assert.ok(messages[1].file_descriptor_response.file_descriptor_proto.length > 0);
  },

  async health() {
    const health = new (grpc.loadPackageDefinition(standard).grpc.health.v1.Health)(address, credentials);
    const answer = await unary(health, 'check', {});
    assert.equal(answer.status, 'SERVING');
  },

  async error_details_not_found() {
    const error = await failure(unary(plans, 'getPlan', { name: 'plans/0000000000000000' }));
    assertCode(error, 'NOT_FOUND');
    const found = details(error);
    assert.equal(found['google.rpc.ErrorInfo'].domain, 'fazhi');
    assert.match(found['google.rpc.ErrorInfo'].reason, /^[A-Z_]+$/);
    assert.equal(found['google.rpc.ResourceInfo'].resource_name, 'plans/0000000000000000');
    assert.match(error.details, /[\u4e00-\u9fff]/, 'the message is not in Chinese');
  },

  async error_details_invalid_argument() {
    const error = await failure(unary(search, 'search', { query: '法治', pageSize: -1 }));
    assertCode(error, 'INVALID_ARGUMENT');
    const [violation] = details(error)['google.rpc.BadRequest'].field_violations;
    assert.equal(violation.field, 'page_size');
    assert.ok(violation.description.length > 0);
  },

  async error_of_a_client_stream() {
    const error = await failure(importDocument(Buffer.alloc(0)));
    assertCode(error, 'INVALID_ARGUMENT');
    assert.equal(details(error)['google.rpc.ErrorInfo'].domain, 'fazhi');
  },

  async unknown_method() {
    const client = new grpc.Client(address, credentials);
    const same = (value) => value;
    const error = await failure(new Promise((resolve, reject) => {
      client.makeUnaryRequest('/fazhi.plans.v1.PlanService/NoSuchMethod', same, same, Buffer.alloc(0), (problem, answer) => (problem ? reject(problem) : resolve(answer)));
    }));
    client.close();
    assertCode(error, 'UNIMPLEMENTED');
  },

  async deadline_exceeded() {
    const started = Date.now();
    const { error } = await read(plans.watchChanges({}, { deadline: started + 400 }));
    assertCode(error, 'DEADLINE_EXCEEDED');
    assert.ok(Date.now() - started < 3000, 'the call ended late');
  },

  async cancel() {
    const { error } = await read(plans.watchChanges({}), () => true);
    assertCode(error, 'CANCELLED');
  },

  async cancelled_import_leaves_nothing() {
    const before = await unary(plans, 'listPlans', { pageSize: 1 });
    const error = await failure(new Promise((resolve, reject) => {
      const call = plans.importDocument((problem, answer) => (problem ? reject(problem) : resolve(answer)));
      call.write({ metadata: { fileName: 'cancelled.txt' } });
      call.write({ chunk: newPlan().bytes }, () => call.cancel());
    }));
    assertCode(error, 'CANCELLED');
    const after = await unary(plans, 'listPlans', { pageSize: 1 });
    assert.equal(after.totalSize, before.totalSize);
  },

  async metadata_ascii_and_binary() {
    const metadata = new grpc.Metadata();
    metadata.set('x-client-note', 'grpc-js');
    metadata.set('x-client-note-bin', Buffer.from([0, 1, 2, 250, 255]));
    const initial = new Promise((resolve, reject) => {
      const call = search.search({ query: '' }, metadata, (error) => error && reject(error));
      call.on('metadata', resolve);
    });
    assert.ok(await initial instanceof grpc.Metadata);
  },

  async gzip_request() {
    const answer = await unary(gzipped, 'search', { query: '法治'.repeat(20) });
    assert.equal(typeof answer.totalSize, 'number');
  },

  async many_calls_on_one_connection() {
    const answers = await Promise.all(Array.from({ length: 100 }, () => unary(search, 'search', { query: '法治', pageSize: 1 })));
    assert.equal(new Set(answers.map(({ totalSize }) => totalSize)).size, 1);
  },
});

for (const client of [plans, search, gzipped]) client.close();
process.exit(0);
