import {createClient} from '@sanity/client'
import {firstValueFrom} from 'rxjs'
import {createMockAuthStore, defineConfig, resolveConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {expect, test} from 'vitest'
import {koreanSupplement} from './koreanSupplement.ts'

const NAMESPACES = koreanSupplement.map(({namespace}) => namespace)

async function englishStrings(): Promise<(namespace: string, key: string) => string> {
  const project = {projectId: 'lectern', dataset: 'production'}
  const client = createClient({...project, apiVersion: '1', useCdn: false})
  const auth = createMockAuthStore({client, currentUser: null})
  const config = defineConfig({name: 'default', ...project, auth, plugins: [structureTool()]})
  const [workspace] = await firstValueFrom(resolveConfig(config))
  if (workspace === undefined) throw new Error('The configuration has no workspace')
  await workspace.i18n.loadNamespaces(NAMESPACES)
  return (namespace, key) => workspace.i18n.t(key, {ns: namespace, skipInterpolation: true})
}

const english = await englishStrings()

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
