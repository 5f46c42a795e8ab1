import {randomBytes} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type ClientConfig} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import {serveTestLake, testClientConfig} from '../fixtures/serveTestLake.ts'
import {methodsOf, recordCalls, type Calls} from './recordCalls.ts'
import {normalize, type Scenario, type ScenarioContext} from './scenario.ts'
import {scenarios} from './scenarios.ts'

interface Target {
  context: Omit<ScenarioContext, 'prefix'>
  close(): Promise<void>
}

/** `observable` asks the same as its client. These two try again for ever whatever a server without the feature says. */
const withoutScenario = ['collaboration.comments.listen', 'context.listen']

const apiVersion = '2025-02-19'

function contextFor(config: ClientConfig, token: string): Target['context'] {
  const {projectId = '', dataset = ''} = config
  const shared = {...config, apiVersion, useCdn: false}
  return {projectId, dataset, client: createClient({...shared, token}), anonymous: createClient(shared)}
}

const targets: Record<string, () => Promise<Target>> = {
  'in process': async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lake-conformance-'))
    const lake = createLake({dataDir, projectId: 'lectern', dataset: 'production'})
    const fetch = async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, Object.assign({duplex: 'half'}, init))
      const response = await lake.fetch(request)
      request.signal.throwIfAborted()
      return response
    }
    const config: ClientConfig = {...testClientConfig('http://localhost'), resolveFetch: () => fetch}
    return {
      context: contextFor(config, lake.token),
      close: async () => {
        await lake.close()
        rmSync(dataDir, {recursive: true})
      },
    }
  },
  'over HTTP': async () => {
    const {origin, lake, close} = await serveTestLake()
    return {context: contextFor(testClientConfig(origin), lake.token), close}
  },
  ...hosted(),
}

/** The hosted service, when LAKE_CONFORMANCE=hosted and Sanity's own variables say which project: it writes there. */
function hosted(): Record<string, () => Promise<Target>> {
  const {SANITY_STUDIO_PROJECT_ID: projectId, SANITY_STUDIO_DATASET: dataset, SANITY_AUTH_TOKEN: token} = process.env
  if (process.env['LAKE_CONFORMANCE'] !== 'hosted' || !projectId || !dataset || !token) return {}
  const target = {context: contextFor({projectId, dataset}, token), close: () => Promise.resolve()}
  return {hosted: () => Promise.resolve(target)}
}

describe.each(Object.keys(targets))('%s', (name) => {
  let target: Target
  const calls: Calls = new Set()
  const prefix = `conformance-${randomBytes(4).toString('hex')}-`
  beforeAll(async () => {
    const open = targets[name]
    if (open === undefined) throw new Error(`No target ${name}`)
    target = await open()
  })
  afterAll(async () => {
    if (name === 'hosted') {
      const query = '*[string::startsWith(_id, $prefix) || string::startsWith(_id, "drafts." + $prefix)]'
      await target.context.client.delete({query, params: {prefix}})
    }
    await target.close()
  })
  const applies = ({localOnly}: Scenario): boolean => name !== 'hosted' || localOnly === undefined
  test.each(scenarios.filter(applies).map((scenario) => ({scenario, name: scenario.name})))(
    '$name',
    async ({scenario}) => {
      const context = {...target.context, prefix, client: recordCalls(target.context.client, calls)}
      expect(normalize(await scenario.run(context), context)).toEqual(scenario.expected)
    },
  )
  test.runIf(name !== 'hosted')('no method of the client is without a scenario', () => {
    const untested = methodsOf(target.context.client).filter((method) => !calls.has(method))
    expect(untested.filter((method) => !method.startsWith('observable.'))).toEqual(withoutScenario)
  })
})
