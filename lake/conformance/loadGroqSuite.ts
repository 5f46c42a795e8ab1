import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {expandSuiteTest, type SuiteTest} from './expandSuiteTest.ts'

/** One query of the official GROQ test suite with the answer that the specification wants. */
export interface SuiteCase {
  file: string
  name: string
  query: string
  params: Record<string, unknown>
  documents: Record<string, unknown>[]
  /** Undefined when the query must be refused. */
  expected: {result: unknown} | undefined
}

/**
 * Reads a checkout of https://github.com/sanity-io/groq-test-suite (its YAML files; their form is described in its README). Tests over the public
 * movie dataset (`dataset: movies`) are left out: it is not in the repository.
 */
export function loadGroqSuite(folder: string): SuiteCase[] {
  const files = globSync('test/**/*.yml', {cwd: folder}).sort()
  return files.flatMap((file) => {
    const root: unknown = parse(readFileSync(join(folder, file), 'utf8'), {
      merge: true,
      strict: false,
      uniqueKeys: false,
      logLevel: 'error',
    })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the suite's own schema
    return [...expandSuiteTest(root as SuiteTest)].map((found) => ({file, ...found}))
  })
}
