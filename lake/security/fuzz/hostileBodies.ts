import fc from 'fast-check'
import {groq, jsonPath, nasty, value} from './hostileValues.ts'

const id = fc.oneof(nasty, fc.constantFrom('a', 'drafts.a', 'versions.r.a'))
const fields = fc.dictionary(jsonPath, value, {maxKeys: 3})
const document = fc.record({_id: id, _type: fc.constantFrom<unknown>('note', '', null, 'a.b'), list: value, a: value})
const operations = fc.record(
  {
    set: fields,
    setIfMissing: fields,
    unset: fc.oneof(fc.array(jsonPath, {maxLength: 3}), value),
    inc: fc.dictionary(jsonPath, fc.oneof(fc.double(), value), {maxKeys: 2}),
    diffMatchPatch: fc.dictionary(
      jsonPath,
      fc.constantFrom('@@ -1,4 +1,5 @@\n abc\n+d\n', '@@', '%', '@@ -0,0 +1 @@\n+%'),
      {
        maxKeys: 2,
      },
    ),
    insert: fc.oneof(
      fc.record({after: jsonPath, items: fc.array(value, {maxLength: 2})}),
      fc.record({replace: jsonPath, items: fc.array(value, {maxLength: 2})}),
      value,
    ),
    ifRevisionID: fc.oneof(nasty, value),
  },
  {requiredKeys: []},
)
const mutation = fc.oneof(
  fc.record({create: document}),
  fc.record({createOrReplace: document}),
  fc.record({createIfNotExists: document}),
  fc.record({delete: fc.oneof(fc.record({id}), fc.record({query: groq}), value)}),
  fc.record({patch: fc.tuple(operations, id).map(([patch, target]) => ({id: target, ...patch}))}),
  fc.record({patch: fc.tuple(operations, groq).map(([patch, query]) => ({query, ...patch}))}),
  value,
)

const actionTypes = [
  ...['create', 'edit', 'publish', 'unpublish', 'discard', 'delete', 'replaceDraft'].map((verb) => `document.${verb}`),
  ...['create', 'replace', 'discard', 'unpublish'].map((verb) => `document.version.${verb}`),
  ...['create', 'edit', 'schedule', 'unschedule', 'publish', 'archive', 'unarchive', 'delete', 'import'].map(
    (verb) => `release.${verb}`,
  ),
]
const action = fc.record(
  {
    actionType: fc.constantFrom(...actionTypes.map((type) => `sanity.action.${type}`), 'sanity.action.x', 'toString'),
    publishedId: id,
    draftId: id,
    versionId: id,
    baseId: id,
    releaseId: fc.constantFrom<unknown>('r', 'a b', '', null, '..', 'x'.repeat(300)),
    attributes: document,
    document,
    patch: operations,
    metadata: value,
    publishAt: fc.constantFrom<unknown>('2026-01-01', 'x', 0, '+275760-09-13T00:00:00.001Z', '2026-11-22T09:00:00Z'),
    includeDrafts: fc.oneof(fc.array(id, {maxLength: 2}), value),
    ifExists: value,
    purge: value,
  },
  {requiredKeys: ['actionType']},
)

function json(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> {
  return arbitrary.map((content) => Buffer.from(JSON.stringify(content)))
}

/** Bodies of `/data/mutate`: their shape is right, most of what is in it is not. */
export const mutationBody = json(
  fc.record({mutations: fc.array(mutation, {maxLength: 4}), transactionId: fc.option(nasty, {nil: undefined})}),
)

/** Bodies of `/data/actions`, in the same way. */
export const actionBody = json(fc.record({actions: fc.array(action, {maxLength: 3}), dryRun: value}))

/** Bodies of `/data/query`, in the same way. */
export const queryBody = json(fc.record({query: groq, params: value}))

/** Bodies of any kind, most of them not even JSON. */
export const anyBody: fc.Arbitrary<Buffer> = fc.oneof(
  mutationBody,
  actionBody,
  queryBody,
  json(value),
  json(fc.array(fc.record({key: value, value}), {maxLength: 3})),
  fc.uint8Array({maxLength: 200}).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      '',
      '{',
      '['.repeat(100_000),
      '{"a":'.repeat(50_000),
      `{"mutations":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
      '\ufeff{}',

      '{"query":"*","params":{"__proto__":{"a":1}}}',
      '{"mutations":[{"create":{"_type":"n","a":1e400}}]}',
      'login=a&password=b',
    )
    .map((text) => Buffer.from(text)),
  fc.constantFrom(deepDocument(50), deepDocument(2_000)),
)

function deepDocument(depth: number): Buffer {
  const deep = `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`
  return Buffer.from(`{"mutations":[{"create":{"_type":"note","deep":${deep}}}]}`)
}
