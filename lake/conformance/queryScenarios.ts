import {refusal} from './outcome.ts'
import type {Scenario, ScenarioContext} from './scenario.ts'

const text = 'Lorem ipsum dolor sit amet '

/** A version in a release, a draft and a published document, all of one id. */
async function createEveryVersion({client, prefix}: ScenarioContext, name: string) {
  const id = `${prefix}${name}`
  const releaseId = `r${name}${prefix.replaceAll('-', '')}`
  await client.releases.create({releaseId, metadata: {title: name, releaseType: 'asap'}})
  await client.create({_id: id, _type: 'note', text: 'published'})
  await client.create({_id: `drafts.${id}`, _type: 'note', text: 'draft'})
  await client.createVersion({
    publishedId: id,
    releaseId,
    document: {_id: `versions.${releaseId}.${id}`, _type: 'note', text: 'version'},
  })
  return {id, releaseId}
}

/** Every option of reading: https://www.sanity.io/docs/http-reference/query and …/doc. */
export const queryScenarios: readonly Scenario[] = [
  {
    name: 'the whole answer holds the query, unless it is not wanted, and what it took',
    run: async ({client}) => {
      const query = '{"sum": $a + $b}'
      const params = {a: 1, b: 2}
      const whole = await client.fetch(query, params, {filterResponse: false})
      const bare = await client.fetch(query, params, {filterResponse: false, returnQuery: false})
      return {
        query: whole.query,
        result: whole.result,
        ms: typeof whole.ms,
        tags: Array.isArray(whole.syncTags),
        bare: Object.keys(bare).includes('query'),
      }
    },
    expected: {query: '{"sum": $a + $b}', result: {sum: 3}, ms: 'number', tags: true, bare: false},
  },
  {
    name: 'a query too long for an address is posted, with the same options',
    run: async ({client, prefix}) => {
      const id = `${prefix}long`
      await client.create({_id: `drafts.${id}`, _type: 'note', text: 'draft'})
      return client.fetch(
        '*[_id == $id]{text, "length": length($text)}',
        {id, text: text.repeat(600)},
        {perspective: 'drafts', tag: 'conformance.long'},
      )
    },
    expected: [{text: 'draft', length: 600 * text.length}],
  },
  {
    name: 'geo() and pt() construct what functions take, and filter documents by it',
    run: async ({client, prefix}) => {
      const body = [{_type: 'block', _key: 'a', children: [{_type: 'span', _key: 'b', text}]}]
      const [seoul, busan] = [
        {lat: 37.57, lng: 126.98},
        {lat: 35.18, lng: 129.08},
      ]
      await client.create({_id: `${prefix}seoul`, _type: 'place', at: {_type: 'geopoint', ...seoul}, body})
      await client.create({_id: `${prefix}busan`, _type: 'place', at: {_type: 'geopoint', ...busan}, body})
      return client.fetch(
        `*[_id in $ids && geo::distance(geo(at), geo($here)) < 1000]{_id, "at": geo(at), "text": pt::text(pt(body))}`,
        {ids: [`${prefix}seoul`, `${prefix}busan`], here: seoul},
      )
    },
    expected: [{_id: '~seoul', at: {type: 'Point', coordinates: [126.98, 37.57]}, text}],
  },
  {
    name: 'parameters of every kind arrive as what they are',
    run: ({client}) =>
      client.fetch('[$text, $number, $yes, $nothing, $list, $object.deep]', {
        text: '한글 "& =%',
        number: -1.5e-7,
        yes: true,
        nothing: null,
        list: [1, ['둘']],
        object: {deep: {er: '개발'}},
      }),
    expected: ['한글 "& =%', -1.5e-7, true, null, [1, ['둘']], {er: '개발'}],
  },
  {
    name: 'options that concern caches and logs change no result',
    run: ({client}) =>
      client.withConfig({requestTagPrefix: 'conformance'}).fetch(
        '1 + 1',
        {},
        {
          tag: 'cached',
          lastLiveEventId: 'an-old-one',
          cacheMode: 'noStale',
          useCdn: false,
        },
      ),
    expected: 2,
  },
  {
    name: 'a request can be abandoned',
    run: async ({client}) => {
      const controller = new AbortController()
      const asked = client.fetch('count(*)', {}, {signal: controller.signal})
      controller.abort()
      return asked.catch((error: unknown) => (error instanceof Error ? error.name : error))
    },
    expected: 'AbortError',
  },
  {
    name: 'before 2025-02-19 a query without a perspective sees everything, since then what is published',
    run: async ({client, prefix}) => {
      const id = `${prefix}versions`
      await client.create({_id: id, _type: 'note'})
      await client.create({_id: `drafts.${id}`, _type: 'note'})
      const query = '*[_id in [$id, "drafts." + $id]]._id | order(@)'
      const read = (apiVersion: string) => client.withConfig({apiVersion}).fetch(query, {id})
      return {before: await read('2021-03-25'), since: await read('2025-02-19'), experimental: await read('X')}
    },
    expected: {before: ['~versions', 'drafts.~versions'], since: ['~versions'], experimental: ['~versions']},
  },
  {
    name: 'before 2025-02-19 there are no versions of releases, since then raw has them',
    run: async (context) => {
      const {client} = context
      const {id} = await createEveryVersion(context, 'earlier')
      const query = '*[_type == "note" && string::startsWith(_id, "versions.") && _id match "*" + $id].text'
      const read = (apiVersion: string) =>
        client.withConfig({apiVersion}).fetch<string[]>(query, {id}, {perspective: 'raw'})
      return {before: await read('2025-02-18'), since: await read('2025-02-19')}
    },
    expected: {before: [], since: ['version']},
  },
  {
    name: 'perspectives: one, a stack of releases and drafts, and one that is none',
    run: async (context) => {
      const {client} = context
      const {id, releaseId} = await createEveryVersion(context, 'stack')
      const read = (perspective: string[]) =>
        client.fetch('*[_id == $id]{_id, text, "original": _originalId}', {id}, {perspective})
      const original = (await read([releaseId, 'drafts']))[0].original === `versions.${releaseId}.${id}`
      return {
        stack: (await read([releaseId, 'drafts']))[0].text,
        original,
        drafts: await read(['drafts']),
        published: await read(['published']),
        unknown: await read([`${releaseId}-of-nobody`]),
        old: await refusal(client.withConfig({apiVersion: '2021-06-07'}).fetch('1', {}, {perspective: [releaseId]})),
        wrong: await refusal(
          client.request({url: client.getDataUrl('query'), query: {query: '1', perspective: 'a b'}}),
        ),
      }
    },
    expected: {
      stack: 'version',
      original: true,
      drafts: [{_id: '~stack', text: 'draft', original: 'drafts.~stack'}],
      published: [{_id: '~stack', text: 'published', original: '~stack'}],
      unknown: [{_id: '~stack', text: 'published', original: '~stack'}],
      old: {status: 400},
      wrong: {status: 400},
    },
  },
  {
    name: 'documents by id: of a release, all versions of one, and whether they exist',
    run: async (context) => {
      const {client, anonymous, prefix} = context
      const {id, releaseId} = await createEveryVersion(context, 'byid')
      const versions = (documents: {text?: unknown}[]) => documents.map(({text}) => String(text)).sort()
      return {
        release: (await client.getDocument(id, {releaseId}))?.['text'],
        all: versions(await client.getDocument(id, {includeAllVersions: true})),
        ofDraft: versions(await client.getDocument(`drafts.${id}`, {includeAllVersions: true})),
        alone: (await client.getDocument(id, {includeAllVersions: false, tag: 'conformance'}))?.['text'],
        none: await client.getDocument(`${prefix}none`, {includeAllVersions: true}),
        anonymously: versions(await anonymous.getDocument(id, {includeAllVersions: true})),
        exist: [...(await client.documentsExists([id, `drafts.${id}`, `${prefix}none`]))],
        ordered: (await client.getDocuments([`drafts.${id}`, `${prefix}none`, id])).map((one) => one?.['text'] ?? null),
      }
    },
    expected: {
      release: 'version',
      all: ['draft', 'published', 'version'],
      ofDraft: ['draft', 'published', 'version'],
      alone: 'published',
      none: [],
      anonymously: ['published'],
      exist: ['~byid', 'drafts.~byid'],
      ordered: ['draft', null, 'published'],
    },
  },
  {
    name: 'a client that names its dataset as a resource reads and writes the same documents',
    run: async ({client, projectId, dataset, prefix}) => {
      const resource = client.withConfig({resource: {type: 'dataset', id: `${projectId}.${dataset}`}})
      const _id = `${prefix}resource`
      await resource.create({_id, _type: 'note', text: 'a'})
      await resource.patch(_id).set({text: 'b'}).commit()
      return {
        byQuery: await resource.fetch('*[_id == $_id].text', {_id}),
        byId: (await resource.getDocument(_id))?.['text'],
        same: (await client.getDocument(_id))?.['text'],
      }
    },
    expected: {byQuery: ['b'], byId: 'b', same: 'b'},
  },
  {
    name: 'raw requests: any endpoint, and the addresses of the data',
    run: async ({client, dataset}) => {
      const {result} = await client.request<{result: unknown}>({
        url: client.getDataUrl('query'),
        method: 'POST',
        body: {query: '$a', params: {a: 'asked'}},
      })
      const posted = await client.dataRequest('query', {query: '$a', params: {a: 1}})
      return {
        result,
        posted: posted.result,
        address: client.getUrl(client.getDataUrl('doc', 'a')).endsWith(`/v2025-02-19/data/doc/${dataset}/a`),
      }
    },
    expected: {result: 'asked', posted: 1, address: true},
  },
]
