import {expect, test} from 'vitest'
import type {JsonValue} from '../../document.ts'
import {evaluateQuery, type QueryRequest, traceQuery} from '../evaluateQuery.ts'
import {arraySource} from '../fixtures/arraySource.ts'
import {parsePerspective} from '../perspective.ts'

const stamps = {_rev: 'r', _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-01T00:00:00Z'}
const source = arraySource([
  {
    _id: 'talk-1',
    _type: 'talk',
    ...stamps,
    title: 'One',
    slug: {current: 'one'},
    tags: ['x', 'y'],
    authors: [
      {_key: 'k1', _ref: 'author-1'},
      {_key: "it's", _ref: 'author-2', note: 'n'},
    ],
  },
  {
    _id: 'talk-2',
    _type: 'talk',
    ...stamps,
    title: 'Two',
    slug: {current: 'two'},
    end: 'E',
    authors: [{_key: 'k1', _ref: 'author-2'}],
  },
  {
    _id: 'drafts.talk-2',
    _type: 'talk',
    ...stamps,
    title: 'Two, draft',
    slug: {current: 'two'},
    authors: [{_key: 'k1', _ref: 'gone'}],
  },
  {_id: 'author-1', _type: 'author', ...stamps, name: 'Ada'},
  {_id: 'author-2', _type: 'author', ...stamps, name: 'Bob'},
])

function request(query: string, params: {[name: string]: JsonValue} = {}): QueryRequest {
  return {
    query,
    params,
    perspective: parsePerspective('drafts', 'X'),
    source,
    identity: {id: 'me'},
    now: new Date(0),
    projectId: 'p',
    dataset: 'd',
    anonymous: false,
  }
}

/** Each mapped place of the result with its document and path. */
function mapped(query: string, by: 'index' | 'key' = 'key'): Record<string, string> {
  const {documents, paths, mappings} = traceQuery(request(query), by)
  return Object.fromEntries(
    Object.entries(mappings).map(([at, {source: from}]) => [
      at,
      `${documents[from.document]?._id} ${paths[from.path]}`,
    ]),
  )
}

test('a source map names documents and paths once', () => {
  const query = '*[_type == "talk"] | order(title asc){title, "again": title}'
  expect(traceQuery(request(query), 'key')).toEqual({
    documents: [
      {_id: 'talk-1', _type: 'talk'},
      {_id: 'drafts.talk-2', _type: 'talk'},
    ],
    paths: ["$['title']"],
    mappings: {
      "$[0]['title']": {type: 'value', source: {type: 'documentValue', document: 0, path: 0}},
      "$[0]['again']": {type: 'value', source: {type: 'documentValue', document: 0, path: 0}},
      "$[1]['title']": {type: 'value', source: {type: 'documentValue', document: 1, path: 0}},
      "$[1]['again']": {type: 'value', source: {type: 'documentValue', document: 1, path: 0}},
    },
  })
})

test.each<[string, Record<string, string>]>([
  ['*[_id == "talk-1"][0]', {$: 'talk-1 $'}],
  ['*[_id == "talk-1"][0].slug.current', {$: "talk-1 $['slug']['current']"}],
  ['*[_id == "talk-1"][0]{"s": slug, "n": 1 + 1, "t": upper(title), missing}', {"$['s']": "talk-1 $['slug']"}],
  [
    '*[_id == "talk-1"][0]{tags, "y": tags[1], "last": tags[-1], "some": tags[1..2], "one": tags[@ == "y"][0]}',
    {
      "$['tags']": "talk-1 $['tags']",
      "$['y']": "talk-1 $['tags'][1]",
      "$['last']": "talk-1 $['tags'][1]",
      "$['some'][0]": "talk-1 $['tags'][1]",
      "$['one']": "talk-1 $['tags'][1]",
    },
  ],
  [
    '*[_id == "talk-1"][0]{"a": authors[]->name, "notes": authors[defined(note)]{note, "by": @->name}}',
    {
      "$['a'][0]": "author-1 $['name']",
      "$['a'][1]": "author-2 $['name']",
      "$['notes'][0]['note']": "talk-1 $['authors'][?(@._key=='it\\'s')]['note']",
      "$['notes'][0]['by']": "author-2 $['name']",
    },
  ],
  [
    '*[_type == "talk"][0...1]{..., "title": slug.current}[0]{title, tags}',
    {
      "$['title']": "talk-1 $['slug']['current']",
      "$['tags']": "talk-1 $['tags']",
    },
  ],
  [
    '*[_id == "author-2"][0]{name, "talks": *[_type == "talk" && references(^._id)]{title, "by": ^.name}}',
    {
      "$['name']": "author-2 $['name']",
      "$['talks'][0]['title']": "talk-1 $['title']",
      "$['talks'][0]['by']": "author-2 $['name']",
    },
  ],
  [
    '*[_type == "talk"]{"e": coalesce(end, slug.current, "none"), "s": select(title == "One" => title, slug), "p": *[_id == "author-1"][0]->}[0]',
    {
      "$['e']": "talk-1 $['slug']['current']",
      "$['s']": "talk-1 $['title']",
    },
  ],
  [
    '*[_type == "talk"]{title, "t": [title, "x", ...tags]} | order(title desc)[0...5].t',
    {
      '$[0][0]': "drafts.talk-2 $['title']",
      '$[1][0]': "talk-1 $['title']",
      '$[1][2]': "talk-1 $['tags'][0]",
      '$[1][3]': "talk-1 $['tags'][1]",
    },
  ],
  [
    '{"count": count(*), "names": *[_type == "author"].name}',
    {
      "$['names'][0]": "author-1 $['name']",
      "$['names'][1]": "author-2 $['name']",
    },
  ],
  ['diff::changedAny({"a": 1}, {"a": 2}, a)', {}],
  ['1 + 1', {}],
])('%s', (query, expected) => {
  expect(mapped(query)).toEqual(expected)
})

test('members of arrays by their numbers', () => {
  expect(mapped('*[_id == "talk-1"][0].authors[1].note', 'index')).toEqual({$: "talk-1 $['authors'][1]['note']"})
})

test('a function that is missing is refused as without a source map', () => {
  const asked = request('*[_type == "talk"]{"a": text::semanticSimilarity("a")}')
  expect(() => traceQuery(asked, 'key')).toThrow('text::semanticSimilarity() is not supported here')
  expect(() => evaluateQuery(asked)).toThrow('text::semanticSimilarity() is not supported here')
})
