import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {evaluateQuery} from '../../query/evaluateQuery.ts'
import {parsePerspective} from '../../query/perspective.ts'
import {openTestStore} from '../fixtures/openTestStore.ts'

const talks = Array.from({length: 200}, (_, at) => ({
  _id: `${at % 5 === 0 ? 'drafts.' : ''}talk-${at - (at % 10 === 5 ? 4 : 0)}`,
  _type: 'talk',
  title: `견해 ${(at * 7) % 200}`,
  slug: {current: `s${at}`},
  hugo: {path: `content/event/${at}/index.md`, source: 'text '.repeat(200)},
}))

test.each([
  '*[_type == "talk" && _id > "talk-0"][0...100]{_id, "path": hugo.path, "slug": slug.current}',
  '*[_type == "talk"][10...90]{_id, "path": hugo.path, "source": hugo.source}',
  '*[_type == "talk" && length(title) > 4] | order(title desc)[0...80]{_id, title, "slug": slug.current}',
  '*[_type == "talk"] | order(length(title), title)[0...120].hugo.path',
  '*[_id in *[_type == "talk"]._id]{_id, "slug": slug.current}',
])('a long part of a list is what groq-js gives: %s', async (query) => {
  const dataset = openTestStore().dataset('production')
  const create = talks.map((talk) => ({create: talk}))
  dataset.commit(create, {identity: {id: 'pEditor', role: 'editor'}})
  const all = [...dataset.source.candidates({kind: 'all'})]
  const published = all.filter(({_id}) => !_id.startsWith('drafts.'))
  for (const [perspective, documents] of [['raw', all] as const, ['published', published] as const]) {
    const {result} = evaluateQuery({
      query,
      params: {},
      perspective: parsePerspective(perspective, '2025-02-19'),
      source: dataset.source,
      identity: {id: 'pEditor'},
      now: new Date('2026-01-01T00:00:00Z'),
      projectId: 'lectern',
      dataset: 'production',
      anonymous: false,
    })
    const plain = await evaluate(parse(query), {dataset: documents})
    expect(result).toEqual(await plain.get())
  }
})
