import type {SanityClient} from '@sanity/client'
import type {Mutation, PlanStep} from './plan.ts'

/** Characters of JSON per transaction: well below the 4 MB that the hosted service takes, also in Korean. */
const BATCH = 500_000

/** Sends the mutations of some steps in order, in transactions: each is applied as a whole or not at all. */
export async function commit(client: SanityClient, steps: readonly PlanStep[]): Promise<void> {
  let batch: Mutation[] = []
  let size = 0
  const flush = async () => {
    if (batch.length === 0) return
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the client's type has an index signature, ours has none
    await client.mutate(batch as unknown as Parameters<SanityClient['mutate']>[0], {
      visibility: 'async',
      returnDocuments: false,
      tag: 'lectern.seed',
    })
    batch = []
    size = 0
  }
  for (const {mutations} of steps) {
    const length = JSON.stringify(mutations).length
    if (size > 0 && size + length > BATCH) await flush()
    batch.push(...mutations)
    size += length
  }
  await flush()
}
