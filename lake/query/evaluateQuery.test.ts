import {expect, test} from 'vitest'
import type {JsonValue, LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {evaluateQuery, evaluateQueryAsync, type QueryRequest} from './evaluateQuery.ts'
import {arraySource} from './fixtures/arraySource.ts'
import {queryRequest} from './fixtures/queryRequest.ts'
import {parsePerspective} from './perspective.ts'

const stamps = {_rev: 'r1', _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-02T00:00:00Z'}
const document = (_id: string, _type: string, fields: {[name: string]: JsonValue} = {}): LakeDocument => ({
  _id,
  _type,
  ...stamps,
  ...fields,
})
const ref = (id: string): JsonValue => ({_type: 'reference', _ref: id})

const source = arraySource([
  document('_.releases.rA', 'system.release', {state: 'active', metadata: {title: '여름', releaseType: 'asap'}}),
  document('talk-1', 'talk', {title: '백엔드개발에 대한 견해', slug: {current: 's1'}, authors: [ref('author-admin')]}),
  document('drafts.talk-1', 'talk', {title: '백엔드 초안', slug: {current: 's1'}, authors: [ref('author-admin')]}),
  document('talk-2', 'talk', {title: 'Second', slug: {current: 's2'}, event: ref('talk-1')}),
  document('versions.rA.talk-2', 'talk', {title: 'Second, released', slug: {current: 's2'}}),
  document('versions.rA.talk-1', 'talk', {title: 'gone', _system: {delete: true}}),
  document('author-admin', 'author', {name: '관리자 Admin'}),
  document('image-1', 'sanity.imageAsset', {sha1hash: 'abc', mimeType: 'image/png', extension: 'png', url: '/u'}),
])

function request(query: string, params: {[name: string]: JsonValue} = {}, perspective = 'drafts'): QueryRequest {
  return queryRequest(source, query, {params, perspective: parsePerspective(perspective, '2025-02-19')})
}

const listFilter =
  '_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery)) && (_type == $type)'
const listParams = {__types: ['talk'], __limit: 101, __query: '*', __rawQuery: '', type: 'talk'}

test.each<[string, string, {[name: string]: JsonValue}, string, JsonValue]>([
  [
    'releases',
    '*[_type=="system.release" && _id in path("_.releases.*")]{_id, state, "metadata": coalesce(metadata,{"title":"","releaseType":"undecided",}), ...select(length(error.message) > 0 => { error },{}),} | order(_createdAt desc)',
    {},
    'raw',
    [{_id: '_.releases.rA', state: 'active', metadata: {title: '여름', releaseType: 'asap'}}],
  ],
  [
    'document list',
    `// findability-mvi:5\n*[${listFilter}] {_type, _id, _originalId, "orderings": [_updatedAt]} | order(orderings[0] desc) [0...$__limit]`,
    listParams,
    'drafts',
    [
      {_type: 'talk', _id: 'talk-1', _originalId: 'drafts.talk-1', orderings: [stamps._updatedAt]},
      {_type: 'talk', _id: 'talk-2', _originalId: 'talk-2', orderings: [stamps._updatedAt]},
    ],
  ],
  ['types of a list', `array::unique(*[${listFilter}][]._type)`, listParams, 'published', ['talk']],
  [
    'list search',
    '*[_type in $__types && (_type == $type)] | score(boost(_type in ["talk"] && title match text::query($__query), 10), ([@, _id] match text::query($__query) || references($__rawQuery))) [_score > 0] {_id}',
    {...listParams, __query: '개발*'},
    'published',
    [{_id: 'talk-1'}],
  ],
  [
    'global search',
    '*[_type in $__types] | score(boost(_type in ["author"] && name match text::query($__query), 10), boost(_type in ["note","talk"] && title match text::query($__query), 10), ([@, _id] match text::query($__query) || references($__rawQuery))) [_score > 0] {_id, "orderings": [_score > 5]} | order(orderings[0] desc) [0...$__limit]',
    {...listParams, __types: ['talk', 'author'], __query: 'admin'},
    'raw',
    [{_id: 'author-admin', orderings: [true]}],
  ],
  [
    'previews',
    '[*[_id in ["talk-1","talk-2"]][0...2]{_id,title}][0...1]',
    {},
    'rA',
    [[{_id: 'talk-2', title: 'Second, released'}]],
  ],
  [
    'versions',
    '[*[sanity::versionOf("talk-1")]._id,*[sanity::versionOf("talk")]._id]',
    {},
    'raw',
    [['drafts.talk-1', 'talk-1', 'versions.rA.talk-1'], []],
  ],
  [
    'members of a release',
    '*[sanity::partOfRelease($releaseId)]._id',
    {releaseId: 'rA'},
    'raw',
    ['versions.rA.talk-1', 'versions.rA.talk-2'],
  ],
  [
    'slug uniqueness',
    '!defined(*[_type == $docType && !sanity::versionOf($published) && slug.current == $slug][0]._id)',
    {docType: 'talk', published: 'talk-1', slug: 's1'},
    'raw',
    true,
  ],
  [
    'delete dialog',
    '{"references":*[references($documentId) && _system.group._ref != $documentId][0...100]{_id,_type},"totalCount":count(*[references($documentId) && _system.group._ref != $documentId])}',
    {documentId: 'talk-1'},
    'raw',
    {references: [{_id: 'talk-2', _type: 'talk'}], totalCount: 1},
  ],
  [
    'asset by hash',
    '*[_type == $documentType && sha1hash == $hash][0]._id',
    {documentType: 'sanity.imageAsset', hash: 'abc'},
    'raw',
    'image-1',
  ],
  [
    'image assets',
    '*[_type == "sanity.imageAsset" && (mimeType match \'image/*\' || extension in [] || mimeType in [])] | order(_updatedAt desc) [0...200] {_id,url}',
    {},
    'raw',
    [{_id: 'image-1', url: '/u'}],
  ],
  [
    'release counts',
    '{"release_rA": *[sanity::partOfRelease("rA")]{_updatedAt,"docId": string::split(_id, ".")[2]} | order(_updatedAt desc),}{"_.releases.rA": {"updatedAt": release_rA[0]._updatedAt,"documentIds": release_rA[].docId},}',
    {},
    'raw',
    {'_.releases.rA': {updatedAt: stamps._updatedAt, documentIds: ['talk-1', 'talk-2']}},
  ],
  ['restore', '{"author-admin": defined(*[_id=="author-admin"]._id)}', {}, 'raw', {'author-admin': true}],
  [
    'preview secrets',
    '*[_type == "sanity.previewUrlSecret" && dateTime(_updatedAt) <= dateTime(now()) - 3600]',
    {},
    'raw',
    [],
  ],
  ['nothing', '*[_id == "none"][0]', {}, 'raw', null],
  ['identity', 'identity()', {}, 'raw', 'pLocal'],
  ['time', 'dateTime(now()) - 3600', {}, 'raw', '2024-05-31T23:00:00Z'],
  ['no such day', 'dateTime("2024-02-30T00:00:00Z")', {}, 'raw', null],
  ['paths in paths', '*[path(_id) in path("talk-*")]._id', {}, 'raw', []],
  ['paths that are ids', '*[path(_id) in (path($of))]._id', {of: 'drafts.*'}, 'raw', ['drafts.talk-1']],
  ['what is no path', '[path(1) in path("*"), path("a") in ["a"]]', {}, 'raw', [null, false]],
  ['whole document', '*[@ match "초안"]._id', {}, 'drafts', ['talk-1']],
  ['global reference', 'documents::get({"_ref": "dataset:lectern.production:talk-2"}).title', {}, 'raw', 'Second'],
  ['incoming references', '*[_type == "author"]{"n": documents::incomingRefCount()}', {}, 'drafts', [{n: 1}]],
  ['all releases', 'releases::all()[]._id', {}, 'raw', ['_.releases.rA']],
])('%s', (_, query, params, perspective, expected) => {
  expect(evaluateQuery(request(query, params, perspective)).result).toEqual(expected)
})

test('anonymous requests see no document with a dot in its id', () => {
  const query = '{"ids": *._id, "draft": *[_id == "drafts.talk-1"], "n": count(*[_type == "talk"])}'
  for (const perspective of ['raw', 'drafts', 'rA']) {
    expect(evaluateQuery({...request(query, {}, perspective), anonymous: true}).result).toEqual({
      ids: ['author-admin', 'image-1', 'talk-1', 'talk-2'],
      draft: [],
      n: 2,
    })
  }
})

test.each([
  ['*[_type == "talk"]', ['s1:t:talk']],
  ['*[_type == "talk"]{"a": authors[]->name}', ['s1:t:author', 's1:t:talk']],
  ['*[_type == "talk" || _type == "author"]', ['s1:t:author', 's1:t:talk']],
  ['*[_id == "talk-1"]', ['s1:*']],
  ['*[_type == "talk"]{"a": event->}', ['s1:t:talk']],
  ['1 + 1', []],
])('sync tags of %s', (query, expected) => {
  expect(evaluateQuery(request(query, {}, 'published')).syncTags).toEqual(expected)
})

test.each([
  [
    '*[_type==',
    {
      type: 'queryParseError',
      description: 'Syntax error in GROQ query at position 8: Unexpected end of query',
      query: '*[_type==',
      start: 8,
      end: 9,
    },
  ],
  [
    '*[_id == $id]',
    {
      type: 'queryParseError',
      description: 'param $id referenced, but not provided',
      query: '*[_id == $id]',
      start: 9,
      end: 12,
    },
  ],
  [
    'string::trim(" a")',
    {type: 'queryParseError', description: 'Undefined function: trim', query: 'string::trim(" a")', start: 8, end: 12},
  ],
  [
    'text::semanticSimilarity("a")',
    {
      type: 'queryExecutionError',
      description: 'text::semanticSimilarity() is not supported here: there is no embeddings index',
    },
  ],
  [
    'text::query("a")',
    {
      type: 'queryExecutionError',
      description: 'text::query() is not supported here: it may only stand on the right of `match`',
    },
  ],
])('%s is refused by name', (query, error) => {
  expect(refusal(query)).toEqual({error})
})

function refusal(query: string): unknown {
  try {
    return evaluateQuery(request(query))
  } catch (error) {
    return error instanceof LakeError ? error.body() : error
  }
}

test('a query is stopped when its time or its reads are over', () => {
  const many = arraySource(Array.from({length: 300}, (_, n) => document(`d-${n}`, 'd', {n})))
  const joins = '*{"a": *[n != ^.n]{"b": *[n != ^.n]{"c": *[n != ^.n]}}}'
  expect(() => evaluateQuery({...request(joins), source: many, limits: {milliseconds: 50, reads: 1e9}})).toThrow(
    'The query took longer than 50 ms',
  )
  expect(() => evaluateQuery({...request(joins), source: many, limits: {milliseconds: 1e6, reads: 1_000}})).toThrow(
    'The query reads more than 1000 documents',
  )
  expect(() => evaluateQuery(request(`${'('.repeat(4_900)}1${')'.repeat(4_900)}`))).toThrow(
    'The query is nested too deeply',
  )
})

test('documents are read in whatever a filter compares with', () => {
  const query = '*[_type == "talk" && count(authors) in $list[]{"n": count(*[_type == "author"])}.n]._id'
  expect(evaluateQuery(request(query, {list: [{}]}, 'published')).result).toEqual(['talk-1'])
})

test('hundreds of subqueries that do not depend on their row are evaluated once', () => {
  const depth = 100
  const query = `${'*[_id in '.repeat(depth)}["talk-1"]${']._id'.repeat(depth)}`
  expect(evaluateQuery(request(query, {}, 'raw')).result).toEqual(['talk-1'])
})

test('what groq-js evaluates only asynchronously', async () => {
  const query = 'diff::changedAny({"a": 1}, {"a": 2}, a)'
  expect(() => evaluateQuery(request(query))).toThrow('diff:: and delta:: functions cannot be used here')
  expect((await evaluateQueryAsync(request(query))).result).toBe(true)
})

const odd = JSON.parse(
  `{"_id": "odd-1", "_type": "odd", "hasOwnProperty": "mine", "toString": 1, "constructor": {"name": "c"},
    "__proto__": {"polluted": true}, "inner": {"hasOwnProperty": 2, "__proto__": "p", "valueOf": "v"}, "title": "Odd"}`,
) as LakeDocument

test.each([
  ['*[_type == "odd"][0]', odd],
  ['*[hasOwnProperty == "mine"][0]{...}', odd],
  [
    '*[_type == "odd"][0]{title, hasOwnProperty, toString, "c": constructor.name, "i": inner.hasOwnProperty}',
    {title: 'Odd', hasOwnProperty: 'mine', toString: 1, c: 'c', i: 2},
  ],
  [
    '*[_type == "odd"]{"t": *[_id == ^._id].title, "v": inner.valueOf, "n": [title] + [inner.hasOwnProperty]}',
    [{t: ['Odd'], v: 'v', n: ['Odd', 2]}],
  ],
  ['*[_type == "odd" && round(toString) == 1 && valueOf == null].inner.hasOwnProperty', [2]],
  ['*[_type == "odd"]{"p": polluted, isPrototypeOf}', [{p: null, isPrototypeOf: null}]],
])('attributes may have the names of an object: %s', async (query, expected) => {
  const asked = {...request(query, {}, 'raw'), source: arraySource([odd])}
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  expect(plain(evaluateQuery(asked).result)).toEqual(plain(expected))
  expect(
    plain(
      (await evaluateQueryAsync({...asked, query: `{"r": ${query}, "d": diff::changedAny({"a": 1}, {"a": 2}, a)}`}))
        .result,
    ),
  ).toEqual({r: plain(expected), d: true})
})
