import type {FrontMatterValue} from '../frontMatter/frontMatterValue.ts'
import {tryRegExp} from './ignoredFiles.ts'

/** Which files of a mounted folder Hugo takes. */
export interface MountFilter {
  /** Patterns of `includeFiles`: without any, what is not excluded is taken; with some, nothing else. */
  include: RegExp[]
  /** The folders above what the patterns of `includeFiles` name. */
  folders: RegExp[]
  exclude: RegExp[]
}

/**
 * The patterns of a mount's `includeFiles` and `excludeFiles`, each a text or a list; nothing when it has none.
 * @param onBroken Hears of a pattern that cannot be read: Hugo does not build such a site.
 */
export function readMountFilter(
  includeFiles: FrontMatterValue | undefined,
  excludeFiles: FrontMatterValue | undefined,
  onBroken: (pattern: string) => void,
): MountFilter | undefined {
  const [included, excluded] = [includeFiles, excludeFiles].map((value) =>
    [value].flat().flatMap((pattern) => (typeof pattern === 'string' ? [pattern.replace(/^\/?/, '/')] : [])),
  )
  if (!included || !excluded || included.length + excluded.length === 0) return undefined
  const compile = (patterns: readonly string[]) =>
    patterns.flatMap((pattern) => {
      const read = readGlob(pattern)
      if (!read) onBroken(pattern.slice(1))
      return read ?? []
    })
  return {
    include: compile(included),
    folders: included.flatMap(foldersAbove).flatMap((pattern) => readGlob(pattern) ?? []),
    exclude: compile(excluded),
  }
}

/**
 * Whether Hugo takes a file: it asks for each folder on the way, then for the file.
 * https://github.com/gohugoio/hugo/blob/v0.111.3/hugofs/glob/filename_filter.go
 * @param path Relative to the mounted folder.
 */
export function isMounted(path: string, filter: MountFilter | undefined): boolean {
  if (!filter) return true
  const parts = path.toLowerCase().split('/')
  return parts.every((_, index) => passes(`/${parts.slice(0, index + 1).join('/')}`, filter, index < parts.length - 1))
}

function passes(place: string, {include, folders, exclude}: MountFilter, isFolder: boolean): boolean {
  const isNamed = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(place))
  if (isNamed(include) || (isFolder && isNamed(folders))) return true
  return include.length === 0 && !isNamed(exclude)
}

function foldersAbove(pattern: string): string[] {
  const parts = pattern.split('/').slice(1, -1)
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)
}

const PLAIN: Readonly<Record<string, string>> = {'*': '[^/]*', '?': '[^/]', '{': '(?:'}

/**
 * A glob of Hugo's (github.com/gobwas/glob) as a regular expression for paths in lower case: `*` and `?` stop at a
 * slash, `**` does not; `[a-z]`, `[!a-z]`, `{one,two}`; a backslash takes the next character for itself.
 */
function readGlob(pattern: string): RegExp | undefined {
  let depth = 0
  const translate = (part: string): string => {
    if (part.startsWith('**')) return '[^]*'
    if (part.length > 1) return part.startsWith('[') ? range(part) : escape(part.slice(1))
    if (part === '{') depth++
    if (depth > 0 && part === ',') return '|'
    if (depth > 0 && part === '}') return (depth--, ')')
    return PLAIN[part] ?? escape(part)
  }
  const source = pattern.toLowerCase().replaceAll(/\\.|\*\*+|\[!?[^\]]+\]|[^]/gu, translate)
  // Only a bracket that is never closed is left as it is.
  if (source.includes('\\[')) return undefined
  return tryRegExp(`^${source}${')'.repeat(depth)}$`, 'u')
}

function range(part: string): string {
  const not = part.startsWith('[!')
  const inner = part.slice(not ? 2 : 1, -1).replaceAll(/[\\^[]/g, '\\$&')
  return `[${not ? '^' : ''}${inner}]`
}

function escape(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')
}
