import type {SanityClient} from '@sanity/client'

export interface ScenarioContext {
  client: SanityClient
  /** The same without credentials. */
  anonymous: SanityClient
  projectId: string
  dataset: string
  /** Begins every id of this run, so that runs on a shared dataset do not meet. */
  prefix: string
}

/**
 * Something a client does, and what it then must have seen. `run` returns plain data; ids, revisions, times and addresses
 * in it are replaced by placeholders (`normalize`), as they differ from server to server.
 */
export interface Scenario {
  name: string
  run(context: ScenarioContext): Promise<unknown>
  expected: unknown
  /** Why the hosted service is not asked, for the few scenarios that only this lake can answer. */
  localOnly?: string
}

const placeholders: Record<string, string> = {
  _rev: '<revision>',
  previousRev: '<revision>',
  resultRev: '<revision>',
  transactionId: '<revision>',
  _createdAt: '<time>',
  _updatedAt: '<time>',
  timestamp: '<time>',
  eventId: '<event>',
  identity: '<user>',
  uploadId: '<upload>',
}

/** Replaces what differs between servers and runs: values of known fields, the run's prefix and absolute addresses. */
export function normalize(value: unknown, context: Pick<ScenarioContext, 'prefix' | 'projectId' | 'dataset'>): unknown {
  if (typeof value === 'string') {
    return value
      .replaceAll(context.prefix, '~')
      .replace(/https?:\/\/[^/]+\//, '<host>/')
      .replace(`/${context.projectId}/${context.dataset}/`, '/<project>/<dataset>/')
  }
  if (Array.isArray(value)) return value.map((item: unknown) => normalize(item, context))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      typeof item === 'string' && placeholders[key] !== undefined ? placeholders[key] : normalize(item, context),
    ]),
  )
}
