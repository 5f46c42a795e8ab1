import {readdirSync, readFileSync} from 'node:fs'
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {extractTypes} from '../../schemas/typegen/extractTypes.ts'
import type {BodyItem} from '../content.ts'
import {Body} from './Body.tsx'
import {portableText} from './portableText.tsx'
import {textComponents} from './textComponents.tsx'

interface Fixture {
  input: BodyItem[]
  output: string
}

const folder = new URL('./fixtures/', import.meta.url)
const names = readdirSync(folder).sort()

function fixture(name: string): Fixture {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}

test.each(names)('a body renders: %s', (name) => {
  const {input, output} = fixture(name)
  expect(renderToStaticMarkup(<Body value={input} />)).toEqual(output)
})

test.each(names)('rendering changes nothing of what it is given: %s', (name) => {
  const {input} = fixture(name)
  renderToStaticMarkup(<Body value={input} />)
  expect(input).toEqual(fixture(name).input)
})

test('the registry has a component for everything that the schema allows in a body', () => {
  const body = extractTypes().find(({name}) => name === 'body')
  const namesIn = (value: unknown): string[] =>
    [...JSON.stringify(value).matchAll(/"name":"(\w+)"/g)].map(([, name]) => name ?? '')
  const standing = namesIn(body?.type === 'type' ? body.value : []).filter((name) => name !== 'block')
  expect(Object.keys(portableText.types)).toEqual(expect.arrayContaining([...new Set(standing)]))
  const allowed = (field: string): string[] => [
    ...new Set(
      [
        ...JSON.stringify(body).matchAll(
          new RegExp(`"${field}":{"type":"objectAttribute","value":({.*?})(,"optional"|})`, 'g'),
        ),
      ].flatMap(([, value]) => [...(value ?? '').matchAll(/"value":"(\w+)"/g)].map(([, name]) => name ?? '')),
    ),
  ]
  expect(new Set(Object.keys(textComponents.block))).toEqual(new Set([...allowed('style'), 'inline']))
  expect(new Set(Object.keys(textComponents.list))).toEqual(new Set(allowed('listItem')))
})
