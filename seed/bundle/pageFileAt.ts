import type {SeedType} from '../ids/seedTypes.ts'
import {type PageFile, folderOf, SECTIONS} from './findPages.ts'

/** The page file that a path stands for, when no file is there to be found. */
export function pageFileAt(path: string, type: SeedType, language?: string): PageFile {
  const parts = path.split('/')
  const bundled = /^_?index\./.test(parts.at(-1) ?? '')
  const around = parts.slice(0, bundled ? -2 : -1)
  const parent = around.at(-1) ?? ''
  // A folder of the content may be called "data" too: only files of the site's data folder are data files.
  const ofContent = around.find((name) => Object.hasOwn(SECTIONS, name)) ?? (parent === 'data' ? '' : parent)
  const section = path.startsWith('data/') ? 'data' : ofContent
  const stem = (parts.at(-1) ?? '').replace(/\.[a-z]+$/i, '')
  const suffix = language !== undefined && stem.endsWith(`.${language}`) ? language.length + 1 : 0
  const name = bundled ? (parts.at(-2) ?? '') : stem.slice(0, stem.length - suffix)
  return {
    type,
    path,
    name,
    section,
    ...(language !== undefined && {language}),
    ...(bundled && {bundle: folderOf(path)}),
    resources: [],
  }
}
