import {cpSync} from 'node:fs'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Dataset} from '../../dataset.ts'
import type {JsonValue} from '../../document.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import {newFolder} from '../fixtures/openTestStore.ts'
import {asked, openStore} from '../fixtures/pendingCommits.ts'

const all = {after: 0, before: Number.MAX_SAFE_INTEGER, limit: 1_000}

/** All that a dataset tells of itself. */
function told({source, history, text}: Dataset): unknown {
  const documents = [...source.candidates({kind: 'all'})]
  const transactions = history.transactionsAfter(0, 1_000)
  return {
    documents,
    revision: source.revision,
    texts: documents.map(({_id}) => text(_id)),
    byValue: [...source.candidates({kind: 'equals', path: 'n', values: ['x', 1]})].map(({_id}) => _id),
    transactions,
    changes: transactions.map(({sequence}) => history.changesIn(sequence)),
    past: ['a', 'b', 'c'].map((id) => history.changesOf(id, all).map(({sequence}) => history.stateAt(id, sequence))),
  }
}

const id = fc.constantFrom('a', 'b', 'c')
const value = fc.constantFrom<JsonValue>('x', 'y', 1, 1e20, true, '\ud800', ['x'], {deep: 'x'})
const fields = fc.record({n: value, tags: fc.array(value, {maxLength: 2})}, {requiredKeys: []})
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.oneof(
      fc
        .tuple(id, fc.constantFrom('t', 'u'), fields)
        .map(([_id, _type, of]) => ({createOrReplace: {_id, _type, ...of}})),
      fc.tuple(id, fields).map(([_id, of]) => ({createIfNotExists: {_id, _type: 't', ...of}})),
      fc.tuple(id, value).map(([name, n]) => ({patch: {id: name, set: {n}, unset: ['tags[0]']}})),
    ),
  },
  fc.constant<Mutation>({patch: {query: '*[n == "x"]', set: {n: 'y'}}}),
  fc.tuple(id, value).map(([name, item]) => ({patch: {id: name, insert: {after: 'tags[-1]', items: [item]}}})),
  id.map((name) => ({delete: {id: name}})),
)
const step = fc.oneof(
  {weight: 6, arbitrary: fc.array(mutation, {minLength: 1, maxLength: 3})},
  {weight: 1, arbitrary: fc.constantFrom('read' as const, 'settle' as const, 'crash' as const)},
)

/** What a commit answers, or why it was refused. */
function outcome(commit: () => unknown): unknown {
  try {
    return commit()
  } catch (error) {
    return String(error)
  }
}

/** What a dataset answers and tells from step to step. */
function seen(steps: readonly (Mutation[] | string)[], waits: boolean): unknown[] {
  let dataDir = newFolder()
  let store = openStore({dataDir})
  return [...steps, 'read'].map((next, index) => {
    const dataset = store.dataset('production')
    if (typeof next !== 'string') {
      const [mutations, options] = asked(next, `t${index}`)
      const {request: _, ...atOnce} = options
      const answer = outcome(() => dataset.commit(mutations, waits ? options : atOnce))
      return [answer, ...['a', 'b', 'c'].map((name) => dataset.get(name))]
    }
    if (next === 'read') return told(dataset)
    if (next === 'settle') return store.settle()
    const copy = newFolder()
    cpSync(dataDir, copy, {recursive: true})
    store.close()
    dataDir = copy
    store = openStore({dataDir})
    return undefined
  })
}

test('a dataset tells the same whether commits are pending for a while or not, whatever happens in between', () => {
  fc.assert(
    fc.property(fc.array(step, {minLength: 1, maxLength: 25}), (steps) => {
      expect(seen(steps, true)).toEqual(seen(steps, false))
    }),
    {numRuns: 60},
  )
})
