import type {Handler} from '../../start/createHandler.ts'
import {authorsOf, talkFacts} from '../data/benchData.ts'
import {talkDocuments} from '../data/talkDocuments.ts'
import {queryOf} from './queryOf.ts'

/**
 * What somebody would write who knows the one question in advance: talks sorted by start, authors in a map, one closure.
 * It stands on the HTTP layer of the start command and reads the address as the lake does, so that only the answer differs.
 */
export function handWrittenHandler(talks: number): Handler {
  const names = new Map<string, unknown>()
  const documents = new Map<string, Record<string, unknown>>()
  for (const document of talkDocuments(talks)) {
    if (document._type === 'author') names.set(document._id, document['name'])
    if (document._type === 'talk') documents.set(document._id, card(document))
    if (document._type === 'project' && names.size < authorsOf(talks)) throw new Error('Authors come first.')
  }
  const sorted = Array.from({length: talks}, (_, index) => talkFacts(index, talks))
    .map(({index, start}) => ({id: `talk-${index}`, start}))
    .sort((left, right) => compare(left.start, right.start) || compare(left.id, right.id))
  return (request) => {
    const {params} = queryOf(new URL(request.url))
    const from = lowerBound(sorted, String(params['from']))
    const result = sorted.slice(from, from + 20).map(({id}) => {
      const talk = documents.get(id)
      const authors = Array.isArray(talk?.['authors']) ? talk['authors'].map(({_ref}) => names.get(_ref)) : null
      return {...talk, authors}
    })
    return Response.json({result, ms: 0})
  }
}

/** The fields that the list shows, as `listQuery` names them. */
function card({
  _id,
  title,
  slug,
  start,
  end,
  location,
  event,
  authors,
}: Record<string, unknown>): Record<string, unknown> {
  return {_id, title, slug: member(slug, 'current'), start, end, location, event: member(event, 'name'), authors}
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : null
}

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right))

function lowerBound(sorted: readonly {start: string}[], from: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? '') < from) low = middle + 1
    else high = middle
  }
  return low
}
