import {expect, test} from 'vitest'
import type {JsonValue} from '../document.ts'
import {QueryParseError} from '../errors.ts'
import {evaluateQuery, evaluateQueryAsync, type QueryRequest} from './evaluateQuery.ts'
import {arraySource} from './fixtures/arraySource.ts'
import {queryRequest} from './fixtures/queryRequest.ts'
import {countTokens} from './parsing/countTokens.ts'

const stamps = {_rev: 'r', _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-01T00:00:00Z'}
const source = arraySource([{_id: 'a', _type: 'note', text: 'a b', ...stamps}])
const numbers = Array.from({length: 10_000}, (_, at) => at)
const words = numbers.map((number) => `w${number}`)
const circle = numbers
  .map((at) => (2 * Math.PI * at) / numbers.length)
  .map((angle) => [Math.cos(angle), Math.sin(angle)])
const geometry = {
  line: {type: 'LineString', coordinates: numbers.map((at) => [at, 0])},
  other: {type: 'LineString', coordinates: numbers.map((at) => [at, 1])},
  outline: {type: 'Polygon', coordinates: [[...circle, circle[0] ?? []]]},
  points: {type: 'MultiPoint', coordinates: numbers.map(() => [0, 0])},
}
const wide = Object.fromEntries(words.map((word) => [word, 1]))

function request(query: string, params: {[name: string]: JsonValue} = {}): QueryRequest {
  return queryRequest(source, query, {params, anonymous: true})
}

test.each([
  ['lists of which all items are selected', 'diff::changedOnly({"a": $p}, {"a": $more}, a[])', 10_000],
  ['objects within objects', 'diff::changedAny($wide, {}, w1)', 20_000],
  ['whatever is selected twice', 'diff::changedAny({"a": $p}, {"a": $more}, (a[], a[]))', 4_000],
])('a comparison of too much is refused: %s', async (_, query, most) => {
  const more = [...numbers, ...numbers].map((number) => number + 1)
  const asked = request(query, {p: more, more, wide: {...wide, more}})
  await expect(evaluateQueryAsync(asked)).rejects.toThrow(`diff:: compares at most ${most} values by such a selector`)
})

test('a condition in a selector is stopped by the clock, and may be any condition', async () => {
  const query = (condition: string): string => `diff::changedAny({"a": $some}, {"a": $others}, a[${condition}])`
  const [some, others] = [numbers.slice(0, 5_000), numbers.slice(1, 5_001)]
  const asked = {...request(query('@ in $p'), {some, others, p: numbers}), limits: {milliseconds: 50, reads: 1}}
  await expect(evaluateQueryAsync(asked)).rejects.toThrow('The query took longer than 50 ms')
  const found = request(query('string(@) match text::query("7")'), {some: [6, 7], others: [6, 8]})
  expect((await evaluateQueryAsync(found)).result).toBe(true)
})

const again = (step: string): string => step.repeat(30)

test.each([
  ['a loop in a loop over a parameter', 'count($p[count($p[@ > ^]) > 0])'],
  ['the same for each document', '*[_type == "note" && count($p[count($p[@ > 1]) > -1]) > 0]'],
  ['a search in a list for each item', 'count($p[@ in $p])'],
  ['two lists compared', 'count($p[array::intersects($p, [-1])])'],
  ['a sum for each item of an order', 'count($p | order(math::sum($p)))'],
  ['patterns for each item', 'count($words[@ match $words])'],
  ['a list and as many patterns', '$words match $words'],
  ['a list and as many words', `$words match "${words.join(' ')}"`],
  ['a text and as many words', '$text match text::query($text)'],
  ['the score of a list and as many patterns', '[{"a": $words}] | score(a match $words)'],
  ['the score of a text and as many words', '[{"a": $text}] | score(a match text::query($text))'],
  ['two long lines that do not meet', 'geo::intersects($line, $other)'],
  ['an outline of many edges in itself', 'geo::contains($outline, $outline)'],
  ['an outline of many edges that may cross', 'geo($outline)'],
  ['an outline of many edges around many points', 'geo::contains($outline, $points)'],
])('%s is stopped by the clock', async (_, query) => {
  const asked = {
    ...request(query, {p: numbers, words, text: words.join(' '), ...geometry}),
    limits: {milliseconds: 50, reads: 1_000, items: 1e9},
  }
  expect(() => evaluateQuery(asked)).toThrow('The query took longer than 50 ms')
  await expect(evaluateQueryAsync(asked)).rejects.toThrow('The query took longer than 50 ms')
})

test.each([
  ['arrays doubled by spreading', `{"a": $p}${again('{"a": [...a, ...a]}')}`],
  ['arrays doubled by adding', `{"a": $p}${again('{"a": a + a}')}`],
  ['arrays doubled by traversal', `{"a": $p}${again('{"a": [{"b": a}, {"b": a}].b[]}')}`],
  ['arrays doubled for each document', `*[_type == "note"]{"a": $p}${again('{"a": [{"b": a}, {"b": a}].b[]}')}`],
  ['a copy for each item', 'count($objects[]{"x": $p[0...9000]})'],
  ['attributes for each item', 'count($objects[]{...$wide})'],
  ['attributes for each item of a document', '*[_type == "note"]{"x": $objects[]{...$wide}}'],
  ['strings doubled', `{"a": "abcdefgh"}${again('{"a": a + a}')}`],
])('%s are stopped by their number', (_, query) => {
  const objects = numbers.map((a) => ({a}))
  const asked = {...request(query, {p: numbers, objects, wide}), limits: {milliseconds: 1e6, reads: 1_000, items: 1e5}}
  expect(() => evaluateQuery(asked)).toThrow('The query makes more than 100000 items')
})

test('a string that a query makes has an end', () => {
  const asked = {...request(`{"a": "abcdefgh"}${again('{"a": a + a}')}`), limits: {milliseconds: 1e6, reads: 1}}
  expect(() => evaluateQuery(asked)).toThrow('The query makes a string of more than 16777216 characters')
})

test('a path with many wildcards is matched at once, and as it always was', () => {
  const text = 'a.'.repeat(2_000)
  const pattern = `${'**.'.repeat(20)}b`
  expect(evaluateQuery(request('$text in path($pattern)', {text, pattern})).result).toBe(false)
})

test('the words and signs of a query are counted, functions wherever they are called', () => {
  expect(countTokens('*[a == "b c"] // d e\n{f}')).toBe(10)
  const twice = (name: string, called: string): string => `fn x::${name}($a) = $a{"b": ${called}, "c": ${called}};`
  const names = Array.from({length: 40}, (_, at) => `f${at}`)
  const doubling = names.map((name, at) => twice(name, at === 0 ? '@' : `x::f${at - 1}(@)`)).join(' ')
  expect(countTokens(`${twice('f0', '@')} x::f0(*[0])`)).toBe(32)
  expect(() => evaluateQuery(request(`${doubling} x::f39(*[0])`))).toThrow(
    'The query has more than 50000 words and signs',
  )
  expect(() => evaluateQuery(request(`1${'+1'.repeat(50_000)}`))).toThrow('more than 50000 words and signs')
})

test.each([
  ['operators in a row', `1${'+1'.repeat(9_900)}`],
  ['attributes of one object', `{${'"a":1,'.repeat(4_900)}}`],
  ['items of one list', `[${'1,'.repeat(24_000)}]`],
])('%s are refused before the parser copies them for seconds', (_, query) => {
  expect(() => evaluateQuery(request(query))).toThrow(
    'The query has too many operators, attributes or items in one expression',
  )
})

test('a query of many levels is refused before it is rewritten level by level, and one of many operators is not', () => {
  expect(() => evaluateQuery(request(`*${'{a}'.repeat(1_000)}`))).toThrow('The query is nested too deeply')
  expect(evaluateQuery(request(`*${'{_id}'.repeat(50)}`)).result).toEqual([{_id: 'a'}])
  expect(evaluateQuery(request(`*[${'_id == "b" || '.repeat(1_000)}_id == "a"]._id`)).result).toEqual(['a'])
})

test('what the Studio asks of its releases is answered for hundreds of them', () => {
  const ids = Array.from({length: 600}, (_, at) => `r${at}abcdef`)
  const documents = ids.map(
    (id) =>
      `"release_${id}": *[sanity::partOfRelease("${id}")]{_updatedAt, "docId": string::split(_id, ".")[2] } | order(_updatedAt desc),`,
  )
  const shapes = ids.map(
    (id) => `"_.releases.${id}": {"updatedAt": release_${id}[0]._updatedAt,"documentIds": release_${id}[].docId,},`,
  )
  const {result} = evaluateQuery(request(`{${documents.join('')}}{${shapes.join('')}}`))
  const none = {updatedAt: null, documentIds: []}
  expect(result).toEqual(Object.fromEntries(ids.map((id) => [`_.releases.${id}`, none])))
})

test.each(['[', '[//\n', '[ ', '["', '[$a', '"\\"', '\'"', '[/', '$a['])(
  'a query of nothing but %j is refused at once',
  (sign) => {
    const before = process.cpuUsage()
    const text = `$a${sign.repeat(60_000 / sign.length)}`
    expect(() => evaluateQuery(request(text, {a: 1}))).toThrow(QueryParseError)
    expect(() => evaluateQuery(request(`${text}\\\n`, {a: 1}))).toThrow(QueryParseError)
    const {user, system} = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(2)
  },
)
