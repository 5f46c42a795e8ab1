import {readdirSync} from 'node:fs'
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

for (const file of readdirSync(folder).sort()) {
  test(`a body renders: ${file.replace('.ts', '')}`, async () => {
    const {input, output}: Fixture = await import(new URL(file, folder).pathname)
    expect(renderToStaticMarkup(<Body value={input} />)).toEqual(output)
  })
}

test('rendering changes nothing of what it is given', async () => {
  for (const file of readdirSync(folder).sort()) {
    const {input}: Fixture = await import(new URL(file, folder).pathname)
    const before = structuredClone(input)
    renderToStaticMarkup(<Body value={input} />)
    expect(input).toEqual(before)
  }
})

test('the registry has a component for everything that the schema allows in a body', () => {
  const body = extractTypes().find(({name}) => name === 'body')
  const names = (value: unknown): string[] =>
    [...JSON.stringify(value).matchAll(/"name":"(\w+)"/g)].map(([, name]) => name ?? '')
  const standing = names(body?.type === 'type' ? body.value : []).filter((name) => name !== 'block')
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
  expect(new Set(Object.keys(textComponents.block))).toEqual(new Set(allowed('style')))
  expect(new Set(Object.keys(textComponents.list))).toEqual(new Set(allowed('listItem')))
})
