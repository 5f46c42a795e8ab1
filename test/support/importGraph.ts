import {readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {parseSync} from 'oxc-parser'
import {globSync} from 'tinyglobby'

/** One import of one file, as the parser sees it. */
export interface Import {
  /** Importing file, relative to the project. */
  from: string
  /** Imported file relative to the project, or the package's specifier. */
  to: string
  typeOnly: boolean
}

const ROOMS = ['schemas', 'seed', 'studio', 'lake', 'site', 'start', 'test', 'bench']

/** Every import and re-export, static or dynamic with a plain string, of the project's TypeScript. */
export function readImportGraph(projectDir: string): Import[] {
  const files = globSync([`{${ROOMS.join(',')}}/**/*.{ts,tsx}`, '*.ts'], {cwd: projectDir})
  return files.sort().flatMap((file) => importsOf(projectDir, file))
}

function importsOf(projectDir: string, file: string): Import[] {
  const source = readFileSync(join(projectDir, file), 'utf8')
  const {module} = parseSync(file, source)
  const imports = module.staticImports.map((statement) => ({
    specifier: statement.moduleRequest.value,
    typeOnly: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
  }))
  const exports = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) =>
      entry.moduleRequest ? [{specifier: entry.moduleRequest.value, typeOnly: entry.isType}] : [],
    ),
  )
  const dynamic = module.dynamicImports.flatMap(({moduleRequest: {start, end}}) => {
    const literal = /^['"](.*)['"]$/.exec(source.slice(start, end))?.[1]
    return literal === undefined ? [] : [{specifier: literal, typeOnly: false}]
  })
  return [...imports, ...exports, ...dynamic].map(({specifier, typeOnly}) => ({
    from: file,
    to: specifier.startsWith('.') ? relative(projectDir, join(projectDir, dirname(file), specifier)) : specifier,
    typeOnly,
  }))
}
