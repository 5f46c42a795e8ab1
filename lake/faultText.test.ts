import {expect, test} from 'vitest'
import {QueryExecutionError, StorageError} from './errors.ts'
import {faultText} from './faultText.ts'
import {evaluateQuery, evaluateQueryAsync, type QueryRequest} from './query/evaluateQuery.ts'
import {arraySource} from './query/fixtures/arraySource.ts'
import {rawPerspective} from './query/perspective.ts'

const documents = Array.from({length: 40}, (_, index) => ({
  _id: `d${index}`,
  _type: 'person',
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  name: 'Minji Kim',
}))

const asked: QueryRequest = {
  query:
    '// mine\n*[name == $name]{name,\n\t"others": count(*[name == ^.name && name != \'Kim "M" \\\' x\' && _id != ^._id])}',
  params: {name: 'Minji Kim'},
  perspective: rawPerspective,
  source: arraySource(documents),
  identity: {id: 'p'},
  now: new Date(0),
  projectId: 'p',
  dataset: 'd',
  anonymous: false,
  limits: {milliseconds: -1, reads: 1_000},
}

function thrownBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

test('a query that took too long is one line in the log, without the values of its parameters', async () => {
  const line =
    'The query took longer than -1 ms: // mine *[name == $name]{name, "…": count(*[name == ^.name && name != "…" && _id …'
  expect(faultText(thrownBy(() => evaluateQuery(asked)))).toBe(line)
  expect(faultText(await evaluateQueryAsync(asked).catch((error: unknown) => error))).toBe(line)
})

test('a full disk is one line in the log', () => {
  expect(faultText(new StorageError('storage_full', 'The disk is full', {sql: 'COMMIT'}))).toBe('The disk is full')
})

test('any other error says where it happened', () => {
  expect(faultText(new TypeError('no function'))).toMatch(/^TypeError: no function\n +at /)
  expect(faultText(new QueryExecutionError('stopped'))).toMatch(/^QueryExecutionError: stopped\n +at /)
  expect(faultText('text')).toBe('text')
})
