import * as fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import type {JsonValue, LakeDocument} from '../document.ts'
import {evaluateQuery, traceQuery} from './evaluateQuery.ts'
import {queryParams as params} from './fixtures/arbitraryCondition.ts'
import {arbitraryDocuments} from './fixtures/arbitraryDocuments.ts'
import {arbitraryQuery} from './fixtures/arbitraryQuery.ts'
import {arraySource} from './fixtures/arraySource.ts'
import {parsePerspective} from './perspective.ts'

const now = new Date('2024-06-01T00:00:00Z')

function publishedIdOf(id: string): string {
  return id.replace(/^(drafts\.|versions\.[^.]+\.)/, '')
}

/** The same rules, the slow way: a copy of the dataset. */
function copiedView(all: LakeDocument[], perspective: string, anonymous: boolean): LakeDocument[] {
  const sorted = all
    .filter((document) => !anonymous || !document._id.includes('.'))
    .sort((a, b) => (a._id < b._id ? -1 : 1))
  if (perspective === 'raw') return sorted
  if (perspective === 'earlier') return sorted.filter(({_id}) => !_id.startsWith('versions.'))
  const layers = [...perspective.split(',').filter((name) => name !== 'published'), 'published'].map((name) =>
    name === 'published' ? '' : name === 'drafts' ? 'drafts.' : `versions.${name}.`,
  )
  const groups = [...new Set(sorted.map((document) => publishedIdOf(document._id)))].sort()
  return groups.flatMap((group) => {
    const winner = layers.map((layer) => sorted.find((document) => document._id === layer + group)).find(Boolean)
    const system = winner?._system as {delete?: boolean} | undefined
    return !winner || system?.delete ? [] : [{...winner, _id: group, _originalId: winner._id}]
  })
}

function plainJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

function frozen<Value extends JsonValue | LakeDocument>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) frozen(member)
  return Object.freeze(value)
}

/** Follows a JSON path such as `$[0]['title']`. */
function valueAtPath(value: unknown, path: string): unknown {
  return Array.from(path.matchAll(/\['([^']+)'\]|\[(\d+)\]/g)).reduce<unknown>(
    (found, [, name, index]) => Reflect.get(Object(found), name ?? index ?? ''),
    value,
  )
}

function withoutScore(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('_score' in value)) return value
  const {_score, ...rest} = value
  return rest
}

test('any query gives what plain groq-js gives over a copy of the dataset, and tells where it comes from', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryDocuments,
      arbitraryQuery,
      fc.constantFrom('raw', 'earlier', 'published', 'drafts', 'r1', 'r1,drafts', 'r2,r1', 'drafts,published'),
      fc.boolean(),
      async (all, groq, perspective, anonymous) => {
        const dataset = copiedView(all, perspective, anonymous)
        const tree = parse(groq, {params})
        const value = await evaluate(tree, {
          dataset,
          params,
          timestamp: now,
          identity: 'me',
          dereference: ({_ref}) => dataset.find((document) => document._id === _ref) ?? null,
        })
        const asked = {
          query: groq,
          params,
          perspective: perspective === 'earlier' ? parsePerspective('raw', '1') : parsePerspective(perspective, 'X'),
          // A store hands out the documents of its cache: a query that wrote to one would change it for all.
          source: arraySource(all.map(frozen)),
          identity: {id: 'me'},
          now,
          projectId: 'p',
          dataset: 'd',
          anonymous,
        }
        const {result} = evaluateQuery(asked)
        expect(plainJson(result)).toEqual(plainJson(await value.get()))
        const {documents: sources, paths, mappings} = traceQuery(asked, 'index')
        for (const [path, {source: from}] of Object.entries(mappings)) {
          const {_id} = sources[from.document] ?? {}
          const origin = dataset.find((document) => (document['_originalId'] ?? document._id) === _id)
          expect(withoutScore(valueAtPath(result, path))).toEqual(valueAtPath(origin, paths[from.path] ?? ''))
        }
      },
    ),
    {numRuns: Number(process.env['PARITY_RUNS'] ?? 1_500)},
  )
}, 240_000)
