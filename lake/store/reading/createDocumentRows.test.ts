import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import * as fc from 'fast-check'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {JsonValue, LakeDocument} from '../../document.ts'
import {evaluateQuery} from '../../query/evaluateQuery.ts'
import {arraySource} from '../../query/fixtures/arraySource.ts'
import {parsePerspective} from '../../query/perspective.ts'
import {createStore, type Store} from '../createStore.ts'
import {migrations} from '../tables/migrations.ts'

let dataDir = ''
let store: Store
const open = (): Store => createStore({dataDir, after: () => () => undefined})

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lake-rows-'))
  store = open()
  store.datasets.create('d', {aclMode: 'public'})
})
afterEach(() => {
  store.close()
  rmSync(dataDir, {recursive: true})
})

function write(documents: {_id: string; _type: string; [name: string]: JsonValue}[]): LakeDocument[] {
  const create = documents.map((document) => ({createOrReplace: document}))
  const {results} = store.dataset('d').commit(create, {identity: {id: 'p', role: 'editor'}})
  return results.flatMap(({document}) => document ?? [])
}

const scalar = fc.oneof(
  fc.constantFrom<JsonValue>(
    'a',
    '가',
    '',
    true,
    false,
    null,
    0,
    -0,
    1e300,
    5e-324,
    0.1,
    2 ** 53,
    'z'.repeat(64),
    '\0',
    '"\\',
  ),
  fc.double({noNaN: true, noDefaultInfinity: true}),
  fc.string({unit: 'grapheme', maxLength: 4}),
)
const odd = fc.constantFrom<JsonValue>(
  [],
  {},
  ['a'],
  [{x: 1}],
  {x: 1},
  'z'.repeat(65),
  '\ufffd',
  '\u{10ffff}',
  '\ud800',
)
const values = fc.tuple(fc.array(scalar, {minLength: 1, maxLength: 20}), fc.array(odd, {maxLength: 1}))
const paths = ['a', 'b', 'nested.a', 'nested.none', 'nested', 'none', '_id', '_type', '_createdAt', '_rev', 'tags']

test('columns are what the documents have at a path, or there are none', () => {
  let number = 0
  fc.assert(
    fc.property(values, values, ([plain, others], [inner]) => {
      number += 1
      const of = (list: JsonValue[], index: number): {[name: string]: JsonValue} => {
        const value = list[index % (list.length + 2)]
        return value === undefined ? {} : {a: value}
      }
      const all = write(
        Array.from({length: 300}, (_, index) => ({
          ...of(plain, index),
          ...(index < others.length ? {b: others[index] ?? null} : {}),
          nested: of(inner, index),
          tags: ['x'],
          _id: `${index % 7 === 0 ? 'drafts.' : ''}doc-${index}`,
          _type: `t${number}`,
        })),
      )
      const stored = store.dataset('d').source.rows?.(`t${number}`)
      const array = arraySource(all).rows?.(`t${number}`)
      expect(stored?.ids).toEqual(array?.ids)
      // A column that the store has is the array's; it need not have each.
      const columns = paths.map((path) => [path, stored?.column(path)] as const).filter(([, column]) => column)
      expect(JSON.stringify(columns)).toBe(JSON.stringify(columns.map(([path]) => [path, array?.column(path)])))
      expect([stored?.column('_id'), stored?.column('_type'), stored?.column('none')]).not.toContain(undefined)
    }),
    {numRuns: 25},
  )
})

test('what was found out about documents written before is kept', () => {
  write([{_id: 'a', _type: 't', deep: {list: [{x: {y: 1}}], 'odd name': {z: []}, under_score: {}}, start: 's'}])
  store.settle()
  const shapes = (): unknown =>
    store.database.prepare<{path: string}>(`SELECT path FROM value_paths WHERE path LIKE '%{}' ORDER BY path`).all()
  const written = shapes()
  const step = migrations.find(({name}) => name === 'which attribute paths hold objects or arrays')
  store.database.exec(`DELETE FROM value_paths WHERE path LIKE '%{}'; ${step?.sql}`)
  expect(shapes()).toEqual(written)
  expect(written).toHaveLength(5)
})

const list = (filter: string): string =>
  `*[${filter}] | order(coalesce(start, "") desc, _id asc)[$from...$to]{_id, start}`
const queries = [
  list('_type == "talk"'),
  list('_type == "talk" && coalesce(end, start, "") < "2025" && !(hidden == true)'),
  list('defined(start) && start in ["2024", "2025"] && _id != "doc-3"'),
  'count(*[_type == "talk" && !(coalesce(end, start) >= "2025" || hidden)])',
  'count(*[length(start) > 3 || !defined(end)])',
  '*[_type == "talk" && start > "2024"] | order(end asc, start desc)',
  '*[_type == "talk" && slug.current in ["s-1", "s-2"]] | order(slug.current){"s": slug.current}',
  '{"a": count(*[_type == "talk" && tags == null]), "b": *[_type == "talk" && length(title) % 2 == 1] | order(title)[0...5]._id}',
]

test.each(queries)('queries over many documents give what they give over few: %s', (query) => {
  const all = write(
    Array.from({length: 700}, (_, index): {_id: string; _type: string; [name: string]: JsonValue} => ({
      _id: `${index % 50 === 1 ? 'drafts.' : ''}${index % 90 === 2 ? 'versions.r.' : ''}doc-${index % 600}`,
      _type: index % 9 === 0 ? 'note' : 'talk',
      title: `Talk ${'x'.repeat(index % 8)}`,
      ...(index % 4 === 0 ? {} : {start: String(2020 + ((index * 7) % 10))}),
      ...(index % 5 === 0 ? {end: String(2020 + ((index * 3) % 10))} : {}),
      ...(index % 11 === 0 ? {hidden: index % 2 === 0} : {}),
      ...(index % 13 === 0 ? {tags: ['x']} : {}),
      slug: {current: `s-${index % 40}`},
    })),
  )
  const array = arraySource(all.filter(({_id}, at) => all.findLastIndex((other) => other._id === _id) === at))
  // Without columns, an array's documents are read one by one.
  const {rows: _, ...plain} = array
  for (const perspective of ['raw', 'published', 'drafts']) {
    for (const anonymous of [true, false]) {
      const [found, wanted] = [store.dataset('d').source, plain].map((source) =>
        evaluateQuery({
          query,
          params: {from: 3, to: 40},
          perspective: parsePerspective(perspective, 'X'),
          source,
          identity: {id: 'p'},
          now: new Date(0),
          projectId: 'p',
          dataset: 'd',
          anonymous,
        }),
      )
      expect(found).toEqual(wanted)
    }
  }
})
