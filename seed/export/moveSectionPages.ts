import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {SECTIONS} from '../bundle/findPages.ts'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readText} from '../bundle/readText.ts'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import {dialects} from '../documents/dialects.ts'
import {readPage} from '../documents/page.ts'
import {languagePrefix} from '../documents/pageAddress.ts'
import {writtenAliases} from '../documents/writtenAliases.ts'
import {editFrontMatter, joinPage} from '../frontMatter/editFrontMatter.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import type {Dialect} from '../markdown/types.ts'
import type {ExportRun, ExportStep} from './exportRun.ts'
import {replaceFile} from './replaceFile.ts'
import {describeWriteError} from './writeError.ts'

/** Where a section's page goes, and the addresses of its list before and after. */
interface SectionMove {
  path: string
  before: string
  after: string
}

/** The pages of the theme's sections go where the section's pages went, and answer to their old address too. */
export function moveSectionPages({site, options, report}: ExportRun, dialect: Dialect): void {
  const targets = {talk: dialects[dialect].talks, project: dialects[dialect].projects}
  const moves = new Map<string, SectionMove>()
  for (const {type, section, path, fixed = false} of site.pages) {
    if ((type !== 'talk' && type !== 'project') || section === targets[type]) continue
    if (fixed || SECTIONS[section] !== type) continue
    const from = `${path.slice(0, path.indexOf(`/${section}/`))}/${section}`
    const to = `${from.slice(0, -section.length)}${targets[type]}`
    for (const name of listNames(join(site.folder, from)).filter((file) => /^_index(\.[a-z-]+)?\.md$/i.test(file)))
      moves.set(`${from}/${name}`, {
        path: `${to}/${name}`,
        before: addressOf(from, name, site.config),
        after: addressOf(to, name, site.config),
      })
  }
  for (const [from, move] of moves) {
    if (existsSync(join(site.folder, move.path))) continue
    try {
      report.steps.push(movePage(from, move, {site, options}))
    } catch (error) {
      const message = error instanceof FrontMatterError ? error.message : describeWriteError(error)
      if (message === undefined) throw error
      report.refusals.push({path: from, message})
    }
  }
}

function movePage(from: string, move: SectionMove, {site, options}: Pick<ExportRun, 'site' | 'options'>): ExportStep {
  const {path} = move
  const before = readText(site.folder, from)
  const after = withAlias(from, before, move)
  const [old, place] = [join(site.folder, from), join(site.folder, path)]
  if (options.dryRun !== true) {
    mkdirSync(dirname(place), {recursive: true})
    if (after === before) renameSync(old, place)
    else {
      replaceFile(place, after)
      rmSync(old)
    }
    if (listNames(dirname(old)).length === 0) rmdirSync(dirname(old))
  }
  return {action: 'move', path, from, changed: [], files: [], before, after}
}

/** The address of a section's list: its folder below the content folder, after its language. */
function addressOf(folder: string, name: string, config: SiteConfig): string {
  const {languages} = config
  const own = languages
    .filter(({contentDir}) => folder.startsWith(`${contentDir}/`))
    .sort((a, b) => b.contentDir.length - a.contentDir.length)[0]
  const code = /^_index\.([a-z-]+)\.md$/i.exec(name)?.[1] ?? (own && languages.length > 1 ? own.code : undefined)
  const inner = folder.slice(own ? own.contentDir.length + 1 : 0)
  return `${languagePrefix(code, config)}/${inner.toLowerCase()}/`
}

/** The old address becomes an alias, and the new one is none any more. A page that cannot be edited moves as it is. */
function withAlias(path: string, text: string, move: SectionMove): string {
  try {
    const {parts, values, spelling} = readPage(pageFileAt(path, 'talk'), text)
    if (values.has('url')) return text
    const old = writtenAliases(values.get('aliases'))
    const aliases = [...new Set([...old, move.before])].filter((alias) => alias !== move.after)
    return joinPage(editFrontMatter(parts, [{key: spelling.get('aliases') ?? 'aliases', value: aliases}]))
  } catch (error) {
    if (error instanceof FrontMatterError) return text
    throw error
  }
}

function listNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
