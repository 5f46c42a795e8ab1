import {type BenchDocument, talkDocuments} from '../data/talkDocuments.ts'
import type {Job} from '../harness/benchCase.ts'
import {startServer} from '../servers/startServer.ts'
import {batches} from './batches.ts'

/** Sends every author and talk to Payload's public API, 16 requests at once, as it has no other way in. */
export async function preparePayload(path: string, {talks}: Job): Promise<void> {
  const server = await startServer('payload', {path})
  for (const batch of batches(talkDocuments(talks), 16))
    await Promise.all(batch.flatMap((document) => requestOf(document)).map((request) => post(server.url, request)))
  await server.stop()
}

interface PayloadRequest {
  collection: 'authors' | 'talks'
  body: string
}

/** How Payload's API takes a document; projects are left out, which is favourable to it. */
export function requestOf(document: BenchDocument): PayloadRequest[] {
  const {_id: id, _type, name, title, slug, start, end, location, event, authors, ...rest} = document
  if (_type === 'author') return [{collection: 'authors', body: JSON.stringify({id, name})}]
  if (_type !== 'talk') return []
  const fields = {
    id,
    title,
    start,
    end,
    location,
    slug: read(slug, 'current'),
    event: read(event, 'name'),
    authors: Array.isArray(authors) ? authors.map((author: unknown) => read(author, '_ref')) : [],
    content: rest,
  }
  return [{collection: 'talks', body: JSON.stringify(fields)}]
}

/** @throws Error when Payload refuses the document. */
export async function post(url: string, {collection, body}: PayloadRequest): Promise<void> {
  const response = await fetch(`${url}/api/${collection}?depth=0`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body,
  })
  if (response.status !== 201) throw new Error(`Payload answered ${response.status}: ${await response.text()}`)
  await response.body?.cancel()
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined
}
