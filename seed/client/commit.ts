import {ClientError, type SanityClient} from '@sanity/client'
import type {Mutation} from '../plan/plan.ts'
import {sendPatiently} from './sendPatiently.ts'

/** Characters of JSON per transaction: well below the 4 MB that the hosted service takes, also in Korean. */
const BATCH = 500_000

/** What became of some groups of mutations. */
export interface Committed {
  /** How many were applied, from the first one on. */
  applied: number
  /** Why the next one was not: somebody else had written to one of its documents since they were read. */
  overtaken?: ClientError
}

/**
 * Sends groups of mutations in order, in transactions: each is applied as a whole or not at all, and no group is divided.
 * @param alongside What a transaction is to do besides, by the places of its groups: the first, and the one after the last.
 * @throws The client's own errors for anything but a document that somebody else wrote to.
 */
export async function commit(
  client: SanityClient,
  groups: ReadonlyArray<readonly Mutation[]>,
  alongside: (start: number, end: number) => readonly Mutation[] = () => [],
): Promise<Committed> {
  let applied = 0
  for (const batch of inBatches(groups)) {
    try {
      await send(client, [...batch.flat(), ...alongside(applied, applied + batch.length)])
    } catch (error) {
      if (!isOvertaken(error)) throw error
      return {applied, overtaken: error}
    }
    applied += batch.length
  }
  return {applied}
}

/** Whether a mutation was refused because its document is not, or no longer, as it was read; references are another matter. */
export function isOvertaken(error: unknown): error is ClientError {
  if (!(error instanceof ClientError) || error.statusCode !== 409) return false
  return !/document(HasExistingReferences|ReferenceDoesNotExist)Error/.test(JSON.stringify(error.details))
}

function inBatches(groups: ReadonlyArray<readonly Mutation[]>): Array<Array<readonly Mutation[]>> {
  const batches: Array<Array<readonly Mutation[]>> = []
  let size = Infinity
  for (const group of groups) {
    const length = JSON.stringify(group).length
    if (size + length > BATCH) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(group)
    size += length
  }
  return batches
}

async function send(client: SanityClient, mutations: readonly Mutation[]): Promise<void> {
  if (mutations.length === 0) return
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the client's type has an index signature, ours has none
  const sent = mutations as unknown as Parameters<SanityClient['mutate']>[0]
  const options = {visibility: 'async', returnDocuments: false, tag: 'lectern.seed'} as const
  await sendPatiently(() => client.mutate(sent, options))
}
