import type {SanityClient} from '@sanity/client'
import {stegaClean} from '@sanity/client/stega'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {serveTestLake, type ServedTestLake} from '../fixtures/serveTestLake.ts'

let served: ServedTestLake
let client: SanityClient

beforeAll(async () => {
  served = await serveTestLake()
  client = served.client
  const authors = [{_key: 'k1', _type: 'reference', _ref: 'author-1'}]
  const children = [{_type: 'span', _key: 's1', text: '본문', marks: []}]
  const body = [{_type: 'block', _key: 'b1', children, markDefs: []}]
  await client
    .transaction()
    .create({_id: 'author-1', _type: 'author', name: '관리자'})
    .create({_id: 'talk-1', _type: 'talk', title: '짧은 견해', authors})
    .create({_id: 'drafts.talk-1', _type: 'talk', title: '긴 견해', authors, body})
    .commit()
})

afterAll(() => served.close())

const query = '*[_type == "talk"]{title, "by": authors[]->name, body, "count": count(authors)}'

test('the client gets a source map when it asks for one', async () => {
  const options = {filterResponse: false, resultSourceMap: true, perspective: 'published'} as const
  const {result, resultSourceMap} = await client.fetch(query, {}, options)
  expect(result).toEqual([{title: '짧은 견해', by: ['관리자'], body: null, count: 1}])
  const from = (document: number, path: number) => ({type: 'value', source: {type: 'documentValue', document, path}})
  expect(resultSourceMap).toEqual({
    documents: [
      {_id: 'talk-1', _type: 'talk'},
      {_id: 'author-1', _type: 'author'},
    ],
    paths: ["$['title']", "$['name']"],
    mappings: {"$[0]['title']": from(0, 0), "$[0]['by'][0]": from(1, 1)},
  })
  const without = await client.fetch(query, {}, {filterResponse: false})
  expect(without).not.toHaveProperty('resultSourceMap')
})

test('stega puts into each text where it can be edited', async () => {
  const seen: Record<string, unknown> = {}
  const result = await client.fetch(
    query,
    {},
    {
      perspective: 'drafts',
      stega: {
        enabled: true,
        studioUrl: 'http://localhost:3333/studio',
        filter({sourceDocument, sourcePath, value, filterDefault, ...rest}) {
          seen[value] = [sourceDocument._id, sourcePath]
          return filterDefault({sourceDocument, sourcePath, value, filterDefault, ...rest})
        },
      },
    },
  )
  expect(seen).toEqual({
    '긴 견해': ['drafts.talk-1', ['title']],
    관리자: ['author-1', ['name']],
    본문: ['drafts.talk-1', ['body', {_key: 'b1', _index: 0}, 'children', {_key: 's1', _index: 0}, 'text']],
  })
  expect(stegaClean(result)).toEqual(await client.fetch(query, {}, {perspective: 'drafts'}))
  expect(result[0].title).not.toBe('긴 견해')
})
