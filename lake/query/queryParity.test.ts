import * as fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'

import type {JsonValue, LakeDocument} from '../document.ts'
import {arraySource} from './arraySource.ts'
import {evaluateQuery, traceQuery} from './evaluateQuery.ts'
import {parsePerspective} from './perspective.ts'

const stamp = '2024-01-01T00:00:00Z'
const now = new Date('2024-06-01T00:00:00Z')
const params = {
  id: 'talk-1',
  ids: ['talk-1', 'talk-2'],
  type: 'talk',
  word: 'bb*',
  tag: 'x',
  zero: 0,
  two: 2,
  nothing: null,
}

const text = fc.constantFrom('aa', 'bb cc', '백엔드 개발', 'a.b c-d', 'Ding.dong', 'bbq', '')
const reference = fc.record({
  _type: fc.constant('reference'),
  _ref: fc.constantFrom('author-1', 'author-2', 'talk-1', 'gone'),
})
const content = fc.record(
  {
    title: fc.oneof(text, fc.constant(null), fc.integer({min: 0, max: 3})),
    slug: fc.oneof(
      {weight: 5, arbitrary: fc.record({current: fc.constantFrom('s1', 's2')})},
      fc.constantFrom('s1', [{current: 's1'}], {current: null, 'a.b': 's1'}, {current: {a: {b: 's2'}}}),
    ),
    'slug.current': fc.constantFrom('s1', 's2'),
    count: fc.oneof(fc.integer({min: 0, max: 4}), fc.constantFrom('2', true)),
    start: fc.constantFrom('2024-01-01T00:00:00Z', '2024-06-01T00:00:00.000Z', '2025-01-01T00:00:00Z'),
    tags: fc.oneof(fc.array(fc.constantFrom('x', 'y', 1), {maxLength: 3}), fc.constant('x')),
    featured: fc.boolean(),
    author: reference,
    authors: fc.array(reference, {maxLength: 2}),
    body: fc.array(
      fc.record({
        _type: fc.constant('block'),
        children: fc.array(fc.record({_type: fc.constant('span'), text}), {maxLength: 3}),
      }),
      {maxLength: 2},
    ),
  },
  {requiredKeys: []},
)
const prefix = fc.constantFrom('', '', 'drafts.', 'versions.r1.', 'versions.r2.')
const documents = fc.uniqueArray(
  fc
    .tuple(
      prefix,
      fc.constantFrom('talk', 'author', 'note'),
      fc.integer({min: 1, max: 3}),
      content,
      fc.constantFrom(false, false, true),
    )
    .map(([version, type, number, fields, isDelete]): LakeDocument => ({
      _id: `${version}${type}-${number}`,
      _type: type,
      _rev: 'r',
      _createdAt: stamp,
      _updatedAt: stamp,
      ...(JSON.parse(JSON.stringify(fields)) as {[name: string]: JsonValue}),
      ...(isDelete && version.startsWith('versions.') ? {_system: {delete: true}} : {}),
    })),
  {selector: (document) => document._id, maxLength: 14},
)

const scalar = fc.constantFrom(
  '"talk"',
  '"author-1"',
  '"s1"',
  '"x"',
  '1',
  '2',
  '"2"',
  'true',
  'false',
  'null',
  '$tag',
  '$two',
  '$nothing',
  'now()',
)
const attribute = fc.constantFrom(
  '_id',
  '_type',
  'title',
  'slug.current',
  'slug.current.a.b',
  'slug["a.b"]',
  '@["slug.current"]',
  'count',
  'start',
  'tags',
  'tags[]',
  'featured',
  'author._ref',
  'authors[]._ref',
  'author->title',
  'missing',
  '_originalId',
  'authors[0]->_id',
)
const pattern = fc.constantFrom(
  '"aa"',
  '"b*"',
  '"*b*"',
  '"*b*c"',
  '"개발"',
  '"백*"',
  '"dingdong"',
  '"a.b"',
  '["aa","cc"]',
  '$word',
  '""',
)

const condition = fc.letrec<{any: string; leaf: string}>((tie) => ({
  leaf: fc.oneof(
    fc.tuple(attribute, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), scalar).map((parts) => parts.join(' ')),
    fc.tuple(scalar, fc.constantFrom('==', '<', '>='), attribute).map((parts) => parts.join(' ')),
    fc.tuple(scalar, attribute).map(([value, path]) => `${value} in ${path}`),
    fc.tuple(attribute, fc.array(scalar, {maxLength: 3})).map(([path, values]) => `${path} in [${values.join(', ')}]`),
    fc
      .tuple(
        fc.constantFrom(
          'title',
          'slug.current',
          'tags',
          'pt::text(body)',
          '[title, slug.current]',
          '_id',
          'author->title',
        ),
        pattern,
      )
      .map((parts) => parts.join(' match ')),
    fc.constantFrom(
      '_id in $ids',
      '_type == $type',
      'references("author-1")',
      'references($id)',
      'references("author-1", $ids)',
      'featured',
      '!featured',
      'defined(title)',
      '_id in path("talk-*")',
      '_id in path("drafts.**")',
      '_id in path("versions.*.talk-1")',
      'sanity::versionOf("talk-1")',
      'sanity::partOfRelease("r1")',
      'count in 1..3',
      'start in "2024"..."2025"',
      'count(authors) > 0',
      'author->_type == "author"',
      'dateTime(start) > dateTime(now())',
      'true',
      'false',
      'null',
      '(title match "aa*")',
      'count(*[_type == "author" && _id in ^.authors[]._ref]) > 0',
      '_id in *[_type == "talk"].author._ref',
      'count(*[references(^._id)]) > 0',
      'length(title) > 2',
      'length(tags) % 2 == 1',
      'count * 2 - 1 > 3',
      '-count < -1',
      'count / 0 == null',
      'coalesce(start, title, "") <= "b"',
      'coalesce(missing, count) in [1, 2, null]',
      'lower(title) == "bbq"',
      'string::startsWith(title, "b")',
      'upper(title) match "B*"',
      'pt::text(body) == title',
      'defined(tags[0])',
      'defined(tags[-1]) == featured',
      'count(tags[@ == "x"]) == 1',
      'count(authors[]->[defined(title)]) > 0',
      'select(count > 2 => featured, defined(title) => true, false)',
      '"x" in array::compact(tags)',
      'slug == null || slug.current in [title, "s1"]',
      '[title, null] match "aa"',
      '@.title == title',
      'references(authors[]._ref)',
      'count(authors[_ref == "author-1"]) > 0',
      '!(count > 1 && featured)',
      '_originalId != _id',
      '_id == "talk-1" || _originalId == "drafts.talk-1"',
      'title == $two || [title] == null',
      'authors[0]->{"t": title}.t == "aa"',
      'count in $zero..$two',
      'round(count) == 1',
    ),
  ),
  any: fc.oneof(
    {maxDepth: 3},
    tie('leaf'),
    fc.tuple(tie('any'), tie('any')).map(([left, right]) => `(${left} && ${right})`),
    fc.tuple(tie('any'), tie('any')).map(([left, right]) => `(${left} || ${right})`),
    tie('any').map((inner) => `!(${inner})`),
  ),
})).any

const order = fc.constantFrom(
  '',
  '| order(title)',
  '| order(start desc)',
  '| order(count desc, title)',
  '| order(_id desc)',
  '| order(author->title)',
  '| order(start desc, _id asc)',
  '| order(coalesce(start, "") desc, _id asc)',
  '| order(count)',
  '| order(featured desc, lower(title) asc, count desc)',
  '| order(slug.current desc, _id desc)',
)
const slice = fc.constantFrom(
  '',
  '[0...2]',
  '[1..2]',
  '[$zero...$two]',
  '[0]',
  '[-1]',
  '[1...100]',
  '[2...1]',
  '[0...0]',
  '[1]',
  '[0..-1]',
)
const projection = fc.constantFrom(
  '',
  '{"at": start, title, _id}',
  '{..., "title": slug.current, "at": coalesce(start, title)}',
  '{_id, "list": [count, title], "slug": {"current": title}, "gone": featured}',
  '{"title": slug.current, ...}',
  '{title, count > 1 => {"at": count}, _id}',
  '{"at": ^.title, "list": [start, ...tags]}',
  '{_id, title}',
  '{..., "author": author->title}',
  '{_id, "authors": authors[]->{_id, title}}',
  '._id',
  '[]._id',
  '{_id, "n": count(*[_type == "talk" && references(^._id)])}',
  '{_id, "all": *[_type == "author"]{_id, "same": ^._type}}',
  '{_id, "same": *[count == ^.count && _id != ^._id][0...2]._id}',
  '{_id, "deep": *[slug.current == ^.slug.current]{_id, "up": ^.^._id, "both": *[author._ref == ^._id || _id == ^.^._id]._id}}',
  '{"text": pt::text(body)}',
  '{_id, title match "aa" => {"hit": true}}',
  '{"tags": array::unique(tags), "s": select(count > 1 => "many", "few")}',
  '.tags',
  '.authors[]._ref',
  '{"x": tags[@ match "x*"]}',
  '{"refs": authors[_ref == ^.author._ref]._ref}',
  '{"first": *[_type == "author"] | order(title desc)[0]._id, "f": *[_type == ^._type][0]._id}',
  '{"up": authors[]->{"t": *[references(^._id)]._id}}',
  '{title, "a": authors[]->title, "b": authors[]{"t": @->title, _ref}, tags[0]}',
  '{_id, count > 1 => {"many": true, title}, !defined(title) => {"none": 1}}',
  '{_id, ...slug}',
  '{"deep": slug.current.a.b, "outer": slug, "dotted": slug["a.b"]}',
  '{"dotted": @["slug.current"], "inner": slug.current.a}',
  '{..., "extra": coalesce(title, count, "none")}',
  '{"text": pt::text(body), "n": length(pt::text(body)), "spans": body[].children[].text}',
  '{_id, _originalId, _type, "x": select(featured => 1, 2)}',
  '{title} | order(title desc)',
  '{title}[title == "aa"]',
  '[count > 1]{count}',
  '{"nested": {"a": {"b": slug.current}}, "list": [title, [count]]}',
  '.author->title',
  '.authors[]->title',
  '[].tags[]',
  '{"all": @}',
)
const orderOfShape = fc.constantFrom(
  '| order(title)',
  '| order(title desc, _id)',
  '| order(at desc)',
  '| order(list[0] desc, list[1])',
  '| order(coalesce(at, "b"), _id desc)',
  '| order(slug.current, lower(title))',
  '| order(@ desc)',
  '| order(^.title)',
  '| order(gone, count desc)',
)
const score = fc.constantFrom(
  '',
  '',
  '| score(title match "aa") [_score > 0]',
  '| score(boost(title match "b*", 2), slug.current == "s1", title match "*b*c") [_score > 0]',
)
const query = fc.oneof(
  fc.tuple(condition, score, order, slice, projection).map(([filter, ...rest]) => `*[${filter}] ${rest.join(' ')}`),
  fc
    .tuple(condition, projection, orderOfShape, slice, projection)
    .map(([filter, ...rest]) => `*[${filter}] ${rest.join(' ')}`),
  fc
    .tuple(condition, condition, order, projection)
    .map(([first, second, sort, shape]) => `*[${first}] ${sort} [${second}] ${shape}`),
  condition.map((filter) => `count(*[${filter}])`),
  fc
    .tuple(condition, condition)
    .map(
      ([first, second]) =>
        `{"a": *[${first}]._id, "b": array::unique(*[${second}]._type), "c": *[0...2]._id, "d": *[_type == "author"]._id + *[_type == "note"]._id}`,
    ),
)

function publishedIdOf(id: string): string {
  return id.replace(/^(drafts\.|versions\.[^.]+\.)/, '')
}

/** The same rules, the slow way: a copy of the dataset. */
function copiedView(all: LakeDocument[], perspective: string, anonymous: boolean): LakeDocument[] {
  const sorted = all
    .filter((document) => !anonymous || !document._id.includes('.'))
    .sort((a, b) => (a._id < b._id ? -1 : 1))
  if (perspective === 'raw') return sorted
  const layers = [...perspective.split(',').filter((name) => name !== 'published'), 'published'].map((name) =>
    name === 'published' ? '' : name === 'drafts' ? 'drafts.' : `versions.${name}.`,
  )
  const groups = [...new Set(sorted.map((document) => publishedIdOf(document._id)))].sort()
  return groups.flatMap((group) => {
    const winner = layers.map((layer) => sorted.find((document) => document._id === layer + group)).find(Boolean)
    const system = winner?._system as {delete?: boolean} | undefined
    return !winner || system?.delete ? [] : [{...winner, _id: group, _originalId: winner._id}]
  })
}

function plainJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

function frozen<Value extends JsonValue | LakeDocument>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) frozen(member)
  return Object.freeze(value)
}

/** Follows a JSON path such as `$[0]['title']`. */
function valueAtPath(value: unknown, path: string): unknown {
  return Array.from(path.matchAll(/\['([^']+)'\]|\[(\d+)\]/g)).reduce<unknown>(
    (found, [, name, index]) => Reflect.get(Object(found), name ?? index ?? ''),
    value,
  )
}

function withoutScore(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('_score' in value)) return value
  const {_score, ...rest} = value
  return rest
}

test('any query gives what plain groq-js gives over a copy of the dataset, and tells where it comes from', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      query,
      fc.constantFrom('raw', 'published', 'drafts', 'r1', 'r1,drafts', 'r2,r1', 'drafts,published'),
      fc.boolean(),
      async (all, groq, perspective, anonymous) => {
        const dataset = copiedView(all, perspective, anonymous)
        const tree = parse(groq, {params})
        const value = await evaluate(tree, {
          dataset,
          params,
          timestamp: now,
          identity: 'me',
          dereference: ({_ref}) => dataset.find((document) => document._id === _ref) ?? null,
        })
        const asked = {
          query: groq,
          params,
          perspective: parsePerspective(perspective, '1'),
          // A store hands out the documents of its cache: a query that wrote to one would change it for all.
          source: arraySource(all.map(frozen)),
          identity: {id: 'me'},
          now,
          projectId: 'p',
          dataset: 'd',
          anonymous,
        }
        const {result} = evaluateQuery(asked)
        expect(plainJson(result)).toEqual(plainJson(await value.get()))
        const {documents: sources, paths, mappings} = traceQuery(asked, 'index')
        for (const [path, {source: from}] of Object.entries(mappings)) {
          const {_id} = sources[from.document] ?? {}
          const origin = dataset.find((document) => (document['_originalId'] ?? document._id) === _id)
          expect(withoutScore(valueAtPath(result, path))).toEqual(valueAtPath(origin, paths[from.path] ?? ''))
        }
      },
    ),
    {numRuns: Number(process.env['PARITY_RUNS'] ?? 1_500)},
  )
}, 240_000)
