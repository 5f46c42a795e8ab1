import {expect, test} from 'vitest'
import {QueryParseError} from '../../errors.ts'
import {parseQuery} from './parseQuery.ts'

test.each([
  ['"\\u{1F600}"', '😀'],
  ["'\\ud83d\\ude00 \\u{e9}\\u00e9'", '😀 éé'],
  ['"\\"\\\'\\\\\\/\\b\\f\\n\\r\\t"', '"\'\\/\b\f\n\r\t'],
  ['"// \\u{1F600}" // "', '// 😀'],
  ['// it\'s \\u{\n"a" // \\x', 'a'],
  ['"a" //', 'a'],
])('the string %s is read', (query, value) => {
  expect(parseQuery(query, {})).toEqual({type: 'Value', value})
})

test.each([
  ['"a\\qb"', 2, 'Invalid escape sequence'],
  ['"\\u{}"', 1, 'Invalid escape sequence'],
  ['"\\u12" + "345678"', 1, 'Invalid escape sequence'],
  ['"\\uZZZZ"', 1, 'Invalid escape sequence'],
  ['"a\\u{41" + "}"', 2, 'Invalid escape sequence'],
  ["'\\u{110000}'", 1, 'Invalid Unicode code point'],
  // groq-js looked for the end of these for ever.
  ['// \\u{\n"\\u{"', 8, 'Invalid escape sequence'],
  ['// \\u{\n"\\u{', 8, 'Invalid escape sequence'],
  // A mistake behind an escape that takes more room than its sign.
  ['"\\u{1F600}" == ?', 15, 'Expected expression'],
])('the mistake in %s is told where it is', (query, start, message) => {
  const told = `Syntax error in GROQ query at position ${start}: ${message}`
  expect(() => parseQuery(query, {})).toThrow(new QueryParseError(told, query, start, start + 1))
})

test.each([
  ['*[_type = "a"]', '='],
  ['*[_type == "a" and b]', 'and'],
  ['*[_type == "a"] // all\n order(x)', 'order'],
  ['*[_type == “a”]', '“'],
  ['*[_type == "a"]{title, 제목}', '제'],
  ['*[_type == "a"]{title};', ';'],
])('%s has something that was not expected', (query, token) => {
  const start = query.indexOf(token, 4)
  const told = `Syntax error in GROQ query at position ${start}: Unexpected ${JSON.stringify(token)}`
  expect(() => parseQuery(query, {})).toThrow(new QueryParseError(told, query, start, start + token.length))
})

test.each(['*[_type == "a"', '*[_type == "a', '{"a": 1', '*[a // b // c'])('%s ends too early', (query) => {
  expect(() => parseQuery(query, {})).toThrow(/at position \d+: (Unexpected end of query|Expected "}" after object)$/)
})
