import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type ExtractedModule, findQueriesInSource, TypeGenerator} from '@sanity/codegen'
import {globSync} from 'tinyglobby'
import {extractTypes} from './extractTypes.ts'

/** Where the generated types live, relative to the project. */
export const TYPES_FILE = 'schemas/sanity.types.ts'

/**
 * TypeScript for every type of the schema and the result of every `defineQuery` in site/. The same sources always give
 * the same text; nothing is asked over the network.
 * @throws Error naming the file whose query cannot be read.
 */
export async function generateTypes(projectDir: string): Promise<string> {
  const {code} = await new TypeGenerator().generateTypes({
    schema: extractTypes(),
    schemaPath: 'schemas/index.ts',
    root: projectDir,
    queries: queriesOf(projectDir),
    overloadClientMethods: true,
  })
  return code
}

async function* queriesOf(projectDir: string): AsyncGenerator<ExtractedModule> {
  const files = globSync('site/**/*.{ts,tsx}', {cwd: projectDir, ignore: ['**/*.test.*', '**/fixtures/**']})
  for (const file of files.sort()) {
    const path = join(projectDir, file)
    const source = readFileSync(path, 'utf8')
    if (!source.includes('defineQuery')) continue
    const module = findQueriesInSource(source, path)
    const [error] = module.errors
    if (error !== undefined) throw new Error(`${file}: ${error.message}`, {cause: error})
    if (module.queries.length > 0) yield module
  }
}

if (import.meta.main) {
  const projectDir = join(import.meta.dirname, '../..')
  writeFileSync(join(projectDir, TYPES_FILE), await generateTypes(projectDir))
  console.log(`Wrote ${TYPES_FILE}`)
}
