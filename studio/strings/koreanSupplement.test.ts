import {expect, test} from 'vitest'
import {englishStrings} from './fixtures/englishStrings.ts'
import {koreanSupplement} from './koreanSupplement.ts'

const NAMESPACES = koreanSupplement.map(({namespace}) => namespace)

const english = await englishStrings(NAMESPACES)

/** `{{values}}` and `<Components>` of a string. */
const partsOf = (text: unknown) =>
  [
    ...new Set(
      (typeof text === 'string' ? text : '').match(/\{\{\s*\w+|<\/?\w+/g)?.map((part) => part.replace('/', '')),
    ),
  ].sort()

test.each(NAMESPACES)(
  '%s: every string is one of the Studio, with the same values and components',
  async (namespace) => {
    const bundle = koreanSupplement.find((one) => one.namespace === namespace)
    const strings = typeof bundle?.resources === 'function' ? await bundle.resources() : bundle?.resources
    const entries = Object.entries(strings ?? {})
    const originals = entries.map(([key]) => [key, english(namespace, key)])
    expect(originals.filter(([key, original]) => key === original)).toEqual([])
    expect(entries.map(([key, text]) => [key, partsOf(text)])).toEqual(
      originals.map(([key = '', original = '']) => [key, partsOf(original)]),
    )
  },
)
