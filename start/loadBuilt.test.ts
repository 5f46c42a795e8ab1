import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {embeddedLake} from '../connection/embeddedLake.ts'
import {loadBuilt} from './loadBuilt.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-'))
afterEach(() => rmSync(folder, {recursive: true, force: true}))

test('the built lake and the built client understand each other', async () => {
  const [{createLake}, {createClient}] = await Promise.all([loadBuilt('createLake'), loadBuilt('sanityClient')])
  const lake = createLake({dataDir: folder, projectId: 'lectern', dataset: 'production'})
  const client = createClient({
    ...embeddedLake('http://localhost:3333'),
    token: lake.token,
    resolveFetch: () => (input, init) => lake.fetch(new Request(input, init)),
  })
  await client.create({_id: 'talk', _type: 'talk', title: '백엔드 개발'})
  expect(await client.fetch('*[_type == "talk"]{_id, title}')).toEqual([{_id: 'talk', title: '백엔드 개발'}])
  await lake.close()
})
