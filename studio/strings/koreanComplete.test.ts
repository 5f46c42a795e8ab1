import {readdirSync, readFileSync} from 'node:fs'
import {koKRLocale} from '@sanity/locale-ko-kr'
import type {LocaleResourceBundle} from 'sanity'
import {expect, test} from 'vitest'
import {englishStrings} from './fixtures/englishStrings.ts'
import {koreanSupplement} from './koreanSupplement.ts'

const NAMESPACES = ['comments', 'copy-paste', 'releases', 'structure', 'studio', 'tasks', 'validation', 'vision']

/** What no Studio of ours shows: variants of content, the hosted service's plans and versions, tables that are not ours. */
const NEVER_SHOWN =
  /variant|^document-group|^about-dialog|^free-trial|^content-agent$|studio-version-deprecated$|^user-menu\.action\.(claim|free-trial)|^inputs\.portable-text\.table\.|limit-reached/

/** Keys of strings in the Studio's and Vision's built files, which nothing lists. */
function keysInFiles(): string[] {
  const folders = ['node_modules/sanity/lib', 'node_modules/@sanity/vision/lib']
  const texts = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  )
  const found = texts
    .filter((text) => text.includes('defineLocalesResources'))
    .flatMap((text) => [...text.matchAll(/^\t+"([\w.-]+)": ["`]/gm)].map(([, key = '']) => key))
  return [...new Set(found)].sort()
}

async function stringsOf(
  bundles: readonly Pick<LocaleResourceBundle, 'namespace' | 'resources'>[],
  namespace: string,
): Promise<object> {
  const parts = bundles.filter((bundle) => bundle.namespace === namespace)
  const loaded = await Promise.all(
    parts.map(async ({resources}) => {
      const strings = typeof resources === 'function' ? await resources() : resources
      return 'default' in strings && typeof strings.default === 'object' ? strings.default : strings
    }),
  )
  return Object.assign({}, ...loaded)
}

/**
 * Words of a machine translation: history as a school subject, printing books, making private, a foreign word for what is a 초안 elsewhere, a
 * second word for what the button 게시 does, a search filter in the order of English, an English label that the Studio shows in Korean,
 * a reader addressed as in a letter, a particle that a role's name may not have, an outside for what is light or dark, no document of a type
 * where a list is empty that asks for more than the type.
 */
const ODD =
  /역사|출판|발행|비공개로|비공개 설정|드래프트|초안들|<Field\/> <Operator>[^<]*[가-힣]|<strong>from|당신|귀하|<Roles\/>[은는이가]|Published}} 전|외관|이 유형의 문서가 없/i

async function koreanOf(namespace: string): Promise<Array<[string, unknown]>> {
  const locales = koKRLocale().i18n?.locales
  const official = Array.isArray(locales) ? locales.flatMap(({bundles = []}) => bundles) : []
  return Object.entries(await stringsOf([...official, ...koreanSupplement], namespace))
}

test('no string says with another word what the Studio is doing', async () => {
  const strings = (await Promise.all(NAMESPACES.map(koreanOf))).flat()
  // Korean has no singular, so nobody sees a string for it.
  const shown = strings.filter(([key]) => !key.endsWith('_one'))
  expect(shown.filter(([, text]) => typeof text === 'string' && ODD.test(text))).toEqual([])
})

test('every string that an editor may see has Korean', async () => {
  const english = await englishStrings(NAMESPACES)
  const locales = koKRLocale().i18n?.locales
  const official = Array.isArray(locales) ? locales.flatMap(({bundles = []}) => bundles) : []
  const keys = keysInFiles()
  const missing = await Promise.all(
    NAMESPACES.map(async (namespace) => {
      const korean = await stringsOf([...official, ...koreanSupplement], namespace)
      // Korean has no singular, and a string for a case of its own falls back to the others.
      const bases = new Set(Object.keys(korean).map((key) => key.replace(/_.*$/, '')))
      const has = (key: string) => key in korean || bases.has(key.replace(/_.*$/, '')) || key.endsWith('_one')
      return keys
        .filter((key) => english(namespace, key) !== key && !NEVER_SHOWN.test(key) && !has(key))
        .map((key) => `${namespace}: ${key}`)
    }),
  )
  expect(keys.length).toBeGreaterThan(1500)
  expect(missing.flat()).toEqual([])
})
