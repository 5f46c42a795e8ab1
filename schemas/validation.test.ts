import {createClient} from '@sanity/client'
import {Schema} from '@sanity/schema'
import type {SanityDocument} from '@sanity/types'
import {validateDocument} from 'sanity'
import {expect, test} from 'vitest'
import {everyBlock} from './fixtures/everyBlock.ts'
import {koreanTalk} from './fixtures/koreanTalk.ts'
import {createSchemaTypes} from './index.ts'

const schema = Schema.compile({name: 'default', types: createSchemaTypes('en')})

/** Answers what validation asks: slugs are free, referenced documents exist. */
const client = createClient({
  projectId: 'lectern',
  dataset: 'production',
  apiVersion: '2025-02-19',
  useCdn: false,
  resolveFetch: () => async (input: string | URL | Request) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.pathname.includes('/data/doc/'))
      return Response.json({documents: [{_id: 'any', _type: 'any'}], omitted: []})
    return Response.json({result: true, ms: 1, query: ''})
  },
})

/** `path: message` of every finding, errors and warnings alike. */
async function findings(changes: Record<string, unknown>): Promise<string[]> {
  const document = {...koreanTalk, ...changes} satisfies SanityDocument
  const markers = await validateDocument({
    document,
    workspace: {schema, getClient: () => client, i18n: undefined as never},
  })
  return markers.map(({level, path, message}) => `${level} ${path.map(String).join('.')}: ${message}`)
}

test('the Korean talk and a body with every block are valid', async () => {
  expect(await findings({})).toEqual([])
  expect(await findings({body: everyBlock})).toEqual([])
})
