import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import * as fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {JsonValue, LakeDocument} from '../../document.ts'
import type {DocumentSource} from '../../query/documentSource.ts'
import {evaluateQuery, type QueryResult} from '../../query/evaluateQuery.ts'
import {arraySource} from '../../query/fixtures/arraySource.ts'
import {parsePerspective} from '../../query/perspective.ts'
import {createStore, type Store} from '../createStore.ts'

type Written = {_id: string; _type: string; [name: string]: JsonValue}

let dataDir = ''
let store: Store

/** Common ones first. A rare one stands in few of the documents, or in none; `Café` has a letter beyond those that most texts are made of. */
const words = [
  '서버',
  'server',
  '개발',
  '보안을',
  'data',
  '백엔드개발에',
  'Token',
  'a.b',
  '트래픽worker',
  'Café',
  '견해',
]
const rarely = (index: number): string => words[index % 3 === 0 ? index % words.length : index % 5] ?? ''
const sentence = (index: number): string =>
  `${rarely(index)} ${rarely(index * 7 + 1)}-${rarely(index * 13 + 5)} ${index % 40}`

function documentOf(index: number): Written {
  const version = index % 30 === 1 ? 'drafts.' : index % 70 === 2 ? 'versions.r.' : ''
  const start = [undefined, '2024-01-01', '2023-05-05', 7, true, null][index % 11]
  return {
    _id: `${version}doc-${index % 1500}`,
    _type: index % 9 === 0 ? 'note' : 'talk',
    title: index % 50 === 3 ? null : sentence(index),
    start: start ?? (index % 11 < 6 ? null : `2025-0${(index % 7) + 1}`),
    rank: index % 4,
    ...(index % 6 === 0 ? {related: {_type: 'reference', _ref: `doc-${(index / 6) % 3}`, _weak: true}} : {}),
    body: [{_type: 'block', _key: 'k', children: [{_type: 'span', _key: 's', text: sentence(index * 3 + 2)}]}],
  }
}

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lake-words-'))
  store = createStore({dataDir, after: () => () => undefined})
  store.datasets.create('d', {aclMode: 'public'})
  write(Array.from({length: 1600}, (_, index) => ({createOrReplace: documentOf(index)})))
  store.settle()
})
afterAll(() => {
  store.close()
  rmSync(dataDir, {recursive: true})
})

type Mutations = Parameters<ReturnType<Store['dataset']>['commit']>[0]

function write(mutations: Mutations): void {
  store.dataset('d').commit(mutations, {identity: {id: 'p', role: 'editor'}})
}

/** The same documents, each looked at by itself: neither indexes nor columns. */
function oneByOne(): DocumentSource {
  const all: LakeDocument[] = [...store.dataset('d').source.candidates({kind: 'all'})]
  const {revision, get, candidates} = arraySource(all)
  return {revision, get, candidates: (_, attributes) => candidates({kind: 'all'}, attributes)}
}

const index = fc.nat({max: 1700})
const change = fc.oneof(
  index.map((at) => ({createOrReplace: documentOf(at)})),
  fc.tuple(index, index).map(([at, other]) => ({createOrReplace: {...documentOf(at), title: sentence(other)}})),
  fc
    .tuple(index, index)
    .map(([at, other]) => ({createOrReplace: {...documentOf(at), start: documentOf(other)['start'] ?? null}})),
  index.map((at) => ({createOrReplace: {...documentOf(at), _id: `new-${at}`}})),
  index.map((at) => ({delete: {id: documentOf(at)._id}})),
)
const wanted = fc.oneof(
  fc.constantFrom(...words),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map((pair) => pair.join(' ')),
  fc.constantFrom(
    '발',
    '버',
    '트래픽w*',
    'ser*',
    'b',
    'dat',
    '-서버 token',
    '서버 | 견해',
    '"a b"',
    '*',
    'nowhere',
    'café',
  ),
)
const filter = fc.constantFrom(
  'title match $pattern',
  'title match text::query($words)',
  '@ match text::query($words)',
  '[@, _id] match text::query($words)',
  'pt::text(body) match $pattern',
  '(title match $pattern || rank == 2)',
  'title match text::query($words) && rank > 0',
  '!(title match $pattern)',
)
const order = fc.constantFrom(
  '| order(start desc)',
  '| order(start)',
  '| order(start desc, title)',
  '| order(rank, start desc, _id desc)',
  '| order(title desc)',
  '| order(_id desc)',
  '| order(coalesce(start, "") desc)',
  '',
)
const query = fc
  .tuple(
    fc.constantFrom('_type == "talk" && ', '', '_type in ["talk", "note"] && '),
    filter,
    order,
    fc.constantFrom('[0...20]', '[5...30]', '[0]', '[0...400]', ''),
    fc.constantFrom('', '{_id, title}', '{_id, "at": start, "words": pt::text(body)}', '{"title": title, rank, start}'),
  )
  .map(([type, test, ...rest]) => `*[${type}${test}] ${rest.join(' ')}`)
const count = filter.map((test) => `count(*[_type == "talk" && ${test}])`)

function asking(params: Record<string, JsonValue>, perspective: string, anonymous: boolean) {
  return (groq: string, source: DocumentSource): QueryResult =>
    evaluateQuery({
      query: groq,
      params,
      perspective: parsePerspective(perspective, 'X'),
      source,
      identity: {id: 'p'},
      now: new Date(0),
      projectId: 'p',
      dataset: 'd',
      anonymous,
    })
}

test('a search finds what looking at each document finds, in the same order, while documents change', () => {
  fc.assert(
    fc.property(
      fc.array(change, {maxLength: 5}),
      fc.oneof({arbitrary: query, weight: 6}, count),
      wanted,
      fc.constantFrom('raw', 'published', 'drafts', 'r'),
      fc.boolean(),
      (changes, groq, words, perspective, anonymous) => {
        write(changes)
        const ask = asking({words, pattern: `${words}*`}, perspective, anonymous)
        expect(ask(groq, store.dataset('d').source)).toEqual(ask(groq, oneByOne()))
      },
    ),
    {numRuns: Number(process.env['SEARCH_RUNS'] ?? 150)},
  )
}, 240_000)

const scored = fc.constantFrom(
  'boost(_type in ["talk"] && title match text::query($words), 10), ([@, _id] match text::query($words) || references($raw))',
  '[@, _id] match text::query($words)',
  '@ match text::query($words), boost(rank > 1, rank)',
  'title match text::query($words) || _id match text::query($raw)',
  '(title match text::query($words) && rank == 2), (rank == 1 || rank == 2)',
  '[title, @] match text::query($words), boost(references($raw) || references("doc-1"), 2), rank',
)
const rankedQuery = fc
  .tuple(
    fc.constantFrom('_type == "talk"', '_type in ["talk", "note"] && rank < 3', 'true'),
    scored,
    fc.constantFrom('[_score > 0]', '[_score > 1 && rank > 0]', ''),
    fc.constantFrom('{_id, "by": [_score, start]}', '{..., "by": [_score]}', '{"by": [start], _score}'),
    fc.constantFrom('| order(by[0] desc)', '| order(by[0] desc, by[1])', '| order(by[0], _id)', ''),
    fc.constantFrom('[0...20]', '[3...9]', '[0]', ''),
  )
  .map(([test, score, ...rest]) => `[${test}] | score(${score}) ${rest.join(' ')}`)

test('a search ranks as groq-js ranks each document, while documents change', () => {
  fc.assert(
    fc.property(
      fc.array(change, {maxLength: 5}),
      rankedQuery,
      wanted,
      fc.constantFrom('doc-1', 'doc-2', 'none', ''),
      fc.constantFrom('raw', 'published', 'drafts', 'r'),
      fc.boolean(),
      (changes, groq, words, raw, perspective, anonymous) => {
        write(changes)
        const ask = asking({words, raw}, perspective, anonymous)
        // What is no plain `*` is left to groq-js.
        const expected = ask(`coalesce(*, [])${groq}`, oneByOne())
        expect(ask(`*${groq}`, store.dataset('d').source).result).toEqual(expected.result)
      },
    ),
    {numRuns: Number(process.env['SEARCH_RUNS'] ?? 150)},
  )
}, 240_000)

test('a search ranks documents by the words that are counted beside the index, and reads none of them', () => {
  const {source} = store.dataset('d')
  store.settle()
  const read: string[] = []
  const get = (id: string): LakeDocument | undefined => {
    read.push(id)
    return source.get(id)
  }
  const ranked =
    '*[_type == "talk"] | score([@, _id] match text::query($words)) [_score > 0] {"by": [_score, start]} | order(by[0] desc, by[1]) [0...20]'
  const {result} = asking({words: 'server'}, 'drafts', false)(ranked, {...source, get})
  expect(result).toHaveLength(20)
  expect(read).toEqual([])
  asking({words: '"server 12"'}, 'drafts', false)(ranked, {...source, get})
  expect(read).not.toEqual([])
})
