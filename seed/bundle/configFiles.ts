import {type FrontMatterMap, type FrontMatterValue, isMap} from '../frontMatter/frontMatterValue.ts'
import {readJson, readToml, readYaml} from '../frontMatter/readFrontMatter.ts'

/** One file at the top, and folders of files for one key or one language each: `languages.yaml`, `config.ko.toml`. */
const TOP = /^(hugo|config)\.(toml|ya?ml|json)$/
const INNER =
  /^config\/(_default|production)\/(hugo|config|languages|permalinks|module)(?:\.([\w-]+))?\.(toml|ya?ml|json)$/

/** Whether a path, relative to the site folder, may hold what is read of a site's configuration. */
export function isConfigFile(path: string): boolean {
  return TOP.test(path) || INNER.test(path)
}

/**
 * The values of all files of a configuration as Hugo puts them together, keys in lower case: of those at the top only
 * the first (`hugo` before `config`, TOML before YAML before JSON), over it `config/_default` and over that
 * `config/production`, which `hugo` builds with (Hugo 0.111: config/configLoader.go).
 * @param files Path relative to the site folder, and text.
 * @throws FrontMatterError when a file cannot be parsed.
 */
export function mergeConfig(files: ReadonlyMap<string, string>): FrontMatterMap {
  const [top] = [...files.keys()].filter((path) => TOP.test(path)).sort(byRank)
  const inner = [...files.keys()].filter((path) => INNER.test(path)).sort()
  return [...(top === undefined ? [] : [top]), ...inner].reduce<FrontMatterMap>(
    (merged, path) => merge(merged, placed(path, lowerKeys(parse(path, files.get(path) ?? '')))),
    {},
  )
}

function byRank(a: string, b: string): number {
  const rank = (path: string) =>
    Number(path.startsWith('config')) * 4 + ['toml', 'yaml', 'yml', 'json'].indexOf(path.split('.')[1] ?? '')
  return rank(a) - rank(b)
}

function parse(path: string, content: string): FrontMatterMap {
  const source = content.replace(/^\uFEFF/, '')
  if (path.endsWith('.toml')) return readToml(source).values
  if (path.endsWith('.json')) return readJson(source).values
  return readYaml(source).values
}

/** What a file says under the keys that its name stands for. */
function placed(path: string, values: FrontMatterMap): FrontMatterMap {
  const [, , name = 'config', language] = INNER.exec(path) ?? []
  const isRoot = name === 'config' || name === 'hugo'
  if (language === undefined) return isRoot ? values : {[name]: values}
  return {languages: {[language.toLowerCase()]: isRoot || name === 'languages' ? values : {[name]: values}}}
}

function merge(under: FrontMatterMap, over: FrontMatterMap): FrontMatterMap {
  const merged: FrontMatterMap = {...under}
  for (const [key, value] of Object.entries(over)) {
    const old = merged[key]
    merged[key] = isMap(old) && isMap(value) ? merge(old, value) : value
  }
  return merged
}

function lowerKeys(map: FrontMatterMap): FrontMatterMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toLowerCase(), lowerInside(value)]))
}

function lowerInside(value: FrontMatterValue): FrontMatterValue {
  if (Array.isArray(value)) return value.map(lowerInside)
  return isMap(value) ? lowerKeys(value) : value
}
