import type {SuiteCase} from './loadGroqSuite.ts'

/** A test as the suite's YAML has it: children inherit everything that they do not set. */
export interface SuiteTest {
  name?: string
  query?: string
  result?: unknown
  valid?: boolean
  dataset?: string
  documents?: Record<string, unknown>[]
  params?: Record<string, unknown>
  variables?: Record<string, string | string[]>
  tests?: SuiteTest | SuiteTest[]
}

type Expanded = Omit<SuiteCase, 'file'>

const variable = /~(\w+)~/g

/** All queries of a test and its children, each variable replaced by each of its values. */
export function* expandSuiteTest(test: SuiteTest): Generator<Expanded> {
  if (test.dataset !== undefined) return
  if (test.query !== undefined && ('result' in test || test.valid === false)) {
    for (const query of expandVariables(test.query, test.variables ?? {})) {
      yield {
        name: test.name ?? query,
        query,
        params: test.params ?? {},
        documents: test.documents ?? [],
        expected: test.valid === false ? undefined : {result: test.result},
      }
    }
  }
  const {tests: children, ...inherited} = test
  for (const child of [children ?? []].flat()) {
    const name = [test.name, child.name].filter(Boolean).join(' / ')
    yield* expandSuiteTest({...inherited, ...child, name, variables: {...test.variables, ...child.variables}})
  }
}

function* expandVariables(query: string, variables: Record<string, string | string[]>): Generator<string> {
  const name = new RegExp(variable.source).exec(query)?.[1]
  if (name === undefined) {
    yield query
    return
  }
  for (const value of [variables[name] ?? []].flat()) {
    yield* expandVariables(
      query.replaceAll(`~${name}~`, () => value),
      variables,
    )
  }
}
