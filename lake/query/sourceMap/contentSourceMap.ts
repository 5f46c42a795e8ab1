import type {LakeDocument} from '../../document.ts'
import type {PathSegment, Traced} from './traced.ts'

/** How members of arrays are told apart in the paths of documents: by number, or by `_key` where they have one. */
export type SourceMapPaths = 'index' | 'key'

/** https://github.com/sanity-io/content-source-maps: a mapping also holds for everything inside of the value it is of. */
export interface ContentSourceMap {
  documents: {_id: string; _type: string}[]
  /** JSON paths in documents. */
  paths: string[]
  /** By JSON path in the result. */
  mappings: Record<string, {type: 'value'; source: {type: 'documentValue'; document: number; path: number}}>
}

/** Writes down where the parts of a result come from. What has no known origin has no mapping. */
export function contentSourceMap(result: Traced | undefined, pathsBy: SourceMapPaths): ContentSourceMap {
  const documents = new Map<string, {_id: string; _type: string; at: number}>()
  const paths = new Map<string, number>()
  const mappings: ContentSourceMap['mappings'] = {}

  function visit(traced: Traced, at: string): void {
    if (traced.value === null) return
    if (traced.kind === 'array') traced.items.forEach((item, index) => visit(item, `${at}[${index}]`))
    else if (traced.kind === 'object') traced.members.forEach((member, name) => visit(member, at + attribute(name)))
    else if (traced.kind === 'source') mappings[at] = mappingTo(traced.document, traced.path)
  }

  function mappingTo(document: LakeDocument, path: readonly PathSegment[]): ContentSourceMap['mappings'][string] {
    const id = document['_originalId']
    const _id = typeof id === 'string' ? id : document._id
    const known = documents.get(_id) ?? {_id, _type: document._type, at: documents.size}
    documents.set(_id, known)
    const text = `$${path.map((segment) => segmentText(segment, pathsBy)).join('')}`
    const number = paths.get(text) ?? paths.size
    paths.set(text, number)
    return {type: 'value', source: {type: 'documentValue', document: known.at, path: number}}
  }

  if (result) visit(result, '$')
  return {
    documents: Array.from(documents.values(), ({_id, _type}) => ({_id, _type})),
    paths: [...paths.keys()],
    mappings,
  }
}

function segmentText(segment: PathSegment, pathsBy: SourceMapPaths): string {
  if (typeof segment === 'string') return attribute(segment)
  const {key, index} = segment
  return pathsBy === 'key' && key !== undefined && key !== '' ? `[?(@._key=='${escaped(key)}')]` : `[${index}]`
}

function attribute(name: string): string {
  return `['${escaped(name)}']`
}

const escapes: Record<string, string> = {'\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', "'": "\\'", '\\': '\\\\'}

function escaped(text: string): string {
  return text.replace(/[\f\n\r\t'\\]/g, (sign) => escapes[sign] ?? sign)
}
