import {existsSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'

const SEED_FOLDER = join(import.meta.dirname, '../seed/content')

/**
 * Seeds the example site into a lake that was never seeded and holds no talk. One mark says that it has begun, another
 * that it is done: one that was cut off is done again, and leaves alone what it finds done.
 */
export async function seedOnce({
  connect,
  dataDir,
  print,
}: {
  /** Not called when there is nothing to do: loading the client takes longer than to find that out. */
  connect: () => Promise<SanityClient>
  dataDir: string
  print: (line: string) => void
}): Promise<void> {
  const [begun, done] = [join(dataDir, 'seeding'), join(dataDir, 'seeded')]
  if (existsSync(done)) return
  const client = await connect()
  if (!existsSync(begun) && (await holdsTalks(client))) return writeFileSync(done, '')
  writeFileSync(begun, '')
  print('Seeding the example site (seed/content) …')
  const {importSite} = await import('../seed/importSite.ts')
  await importSite({client, folder: SEED_FOLDER, print})
  renameSync(begun, done)
}

async function holdsTalks(client: SanityClient): Promise<boolean> {
  return client.fetch<boolean>('defined(*[_type == "talk"][0]._id)', {}, {perspective: 'raw'})
}
