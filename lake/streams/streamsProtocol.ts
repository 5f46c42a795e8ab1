import {isObject} from '../isObject.ts'

/** What a client sends on `/v1/streams`: it opens and closes event streams of the HTTP API under names of its own. */
export type StreamsRequest =
  | {type: 'open'; id: string; url: string; headers: Record<string, string>}
  | {type: 'close'; id: string}

/** What the server sends: the head of a response, its text in pieces, and its end. */
export type StreamsMessage =
  | {type: 'response'; id: string; status: number; headers: Record<string, string>}
  | {type: 'data'; id: string; chunk: string}
  | {type: 'end'; id: string}

/** Reads a text frame; undefined for anything that is not one of the two requests. */
export function decodeStreamsRequest(text: string): StreamsRequest | undefined {
  const value = parse(text)
  if (!isObject(value) || typeof value['id'] !== 'string' || value['id'].length > 100) return undefined
  const id = value['id']
  if (value['type'] === 'close') return {type: 'close', id}
  if (value['type'] !== 'open' || typeof value['url'] !== 'string') return undefined
  const headers = isObject(value['headers']) ? value['headers'] : {}
  const named = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return {type: 'open', id, url: value['url'], headers: Object.fromEntries(named)}
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
