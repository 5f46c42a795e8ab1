import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'

const SEED_FOLDER = join(import.meta.dirname, '../seed/content')

/**
 * Seeds the example site into a lake that was never seeded and holds no talk. The mark is written after the
 * import, so that one which was cut off is done again; what it finds done it leaves alone.
 */
export async function seedOnce({
  client,
  dataDir,
  print,
}: {
  client: SanityClient
  dataDir: string
  print: (line: string) => void
}): Promise<void> {
  const mark = join(dataDir, 'seeded')
  if (existsSync(mark)) return
  const talks = await client.fetch<number>('count(*[_type == "talk"])', {}, {perspective: 'raw'})
  if (talks === 0) {
    print('Seeding the example site (seed/content) …')
    const {importSite} = await import('../seed/importSite.ts')
    await importSite({client, folder: SEED_FOLDER, print})
  }
  writeFileSync(mark, '')
}
