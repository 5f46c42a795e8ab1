import {once} from 'node:events'
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {copyExampleSite, TALK, TALK_ID} from './support/exampleSite.ts'
import {runNode, startNode} from './support/runNode.ts'
import {type LakeWithFolder, startLakeWithFolder} from './support/startLakeWithFolder.ts'

let served: LakeWithFolder
let site = ''

beforeAll(async () => {
  served = await startLakeWithFolder()
})

afterAll(async () => served.close())

beforeEach(async () => {
  site = join(served.folder, 'site')
  rmSync(site, {recursive: true, force: true})
  copyExampleSite(site)
  await served.client.delete({query: '*[_type in ["talk", "project", "slideDeck", "author", "lecternSync"]]'})
})

const read = () => readFileSync(join(site, TALK), 'utf8')

const command = (args: readonly string[]) => ['--import', './start/keepCompiled.js', 'seed/cli.ts', ...args]
const environment = () => ({
  PATH: process.env['PATH'],
  HOST: '127.0.0.1',
  PORT: new URL(served.lake.url).port,
  LECTERN_DATA: join(served.folder, 'lake'),
})
const run = (args: readonly string[], env: Record<string, string> = {}) =>
  runNode(command(args), {env: {...environment(), ...env}})

test('seed and export: the plan, the import, the diff, the files', async () => {
  const plan = await run(['seed', site, '--dry-run'])
  expect([plan.code, plan.err]).toEqual([0, ''])
  expect(plan.out).toContain(`create ${TALK_ID} "백엔드 개발에 대한 짧은 견해" (${TALK})`)
  expect(plan.out).toContain('4 pages: 4 created. Nothing was written.\n')
  expect(await served.client.fetch('count(*[_type == "talk"])')).toBe(0)
  const report = join(served.folder, 'report.json')
  const seeded = await run(['seed', site, `--report=${report}`])
  expect([seeded.code, seeded.err]).toEqual([0, ''])
  expect(seeded.out).toContain('4 pages: 4 created.\n')
  expect(seeded.out).not.toContain('\u001b')
  const {pages, created, refusals, conflicts} = JSON.parse(readFileSync(report, 'utf8'))
  expect([pages, created, refusals, conflicts]).toEqual([4, 4, [], []])
  await served.client.patch(TALK_ID).set({title: '새 제목'}).commit()
  const before = read()
  const diff = await run(['export', site, '--dry-run'])
  expect(diff.out).toContain(`update ${TALK}: title`)
  expect(diff.out).toContain('-title: 백엔드 개발에 대한 짧은 견해\n+title: 새 제목\n')
  expect(read()).toBe(before)
  expect((await run(['export', site])).code).toBe(0)
  expect(read()).toBe(before.replace('title: 백엔드 개발에 대한 짧은 견해', 'title: 새 제목'))
})

test('a conflict ends with 1 until one side is preferred', async () => {
  await run(['seed', site])
  await served.client.patch(TALK_ID).set({title: '스튜디오'}).commit()
  writeFileSync(join(site, TALK), read().replace(/^title: .*$/m, 'title: 파일'))
  const conflict = await run(['seed', site])
  expect(conflict.code).toBe(1)
  expect(conflict.out).toContain(
    `conflict: ${TALK}: title\n  file:   파일\n  Studio: 스튜디오\nA conflict is over when both sides say the same; --prefer=file or --prefer=studio decides all of them.\n`,
  )
  expect((await run(['export', site])).code).toBe(1)
  expect((await run(['seed', site, '--prefer=studio'])).code).toBe(0)
  expect((await run(['export', site])).code).toBe(0)
  expect(read()).toContain('title: 스튜디오\n')
})

test('two imports at the same moment both end with 0', async () => {
  const both = await Promise.all([run(['seed', site]), run(['seed', site])])
  expect(both.map(({code, err}) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ])
  expect(await served.client.fetch('count(*[_type == "talk"])')).toBe(1)
})

test('--strict ends with 1 for a notice; a broken page ends with 1 and is named with its line', async () => {
  expect((await run(['seed', site, '--strict'])).code).toBe(1)
  writeFileSync(join(site, TALK), '---\ntitle: [\n---\n')
  const {code, out} = await run(['seed', site])
  expect([code, out.includes(`refused: ${TALK}:`)]).toEqual([1, true])
})

test('--prune deletes the document of a file that is gone', async () => {
  await run(['seed', site])
  rmSync(join(site, 'content/event'), {recursive: true})
  expect((await run(['seed', site])).out).toContain('1 in the lake without a file')
  await run(['seed', site, '--prune'])
  expect(await served.client.fetch('count(*[_type == "talk"])')).toBe(0)
})

test('--watch ends cleanly with Ctrl-C', async () => {
  const {child, printed} = startNode(command(['seed', site, '--watch']), {env: environment()})
  const watching = new Promise<void>((resolve) => {
    child.stdout.on('data', () => printed.out.includes('Ctrl-C') && resolve())
  })
  await Promise.race([watching, once(child, 'close')])
  child.kill('SIGINT')
  await once(child, 'close')
  expect([child.exitCode, child.signalCode, printed.err]).toEqual([0, null, ''])
})

test.each([
  ['no lake runs', ['seed'], {PORT: '1'}, 'The lake does not answer: start it with "npm start"'],
  ['no lake was ever started', ['seed'], {LECTERN_DATA: '/nowhere'}, 'There is no token in /nowhere/token'],
  [
    'the token is wrong',
    ['seed'],
    {SANITY_AUTH_TOKEN: 'wrong'},
    'The lake refused the token: see that LECTERN_DATA is the data folder of the lake at http://127.0.0.1:',
  ],
  ['a hosted project without a token', ['export'], {SANITY_STUDIO_PROJECT_ID: 'abc123'}, 'SANITY_AUTH_TOKEN is not'],
  ['the folder is not there', ['seed', '/nowhere'], {}, 'There is no folder "/nowhere"'],
  ['an unknown option', ['seed', '--nonsense'], {}, `Unknown option '--nonsense': "npm run seed -- --help" lists`],
  ['an unknown option of the other command', ['export', '--x'], {}, `Unknown option '--x': "npm run export -- --help"`],
  ['a report without a name', ['seed', '--report='], {}, '--report needs the name of a file'],
  ['an option without its value', ['seed', '--report'], {}, "Option '--report <value>' argument missing: "],
  [
    'options that npm took, as there was no -- before them',
    ['seed', '../site'],
    {npm_lifecycle_event: 'seed', npm_config_dry_run: 'true', npm_config_prefer: 'file'},
    'npm took --dry-run --prefer=file for itself, so nothing was done: write "npm run seed -- ../site --dry-run --prefer=file"',
  ],
  ['a dry run that waits', ['seed', '--watch', '--dry-run'], {}, '--watch writes, and --dry-run writes nothing'],
  ['an unknown side', ['seed', '--prefer=me'], {}, '--prefer is file or studio'],
  ['two sites', ['seed', '.', 'site'], {}, 'One site at a time: site would be left out'],
  ['an export that waits', ['export', '--watch'], {}, '--watch is for seed'],
  ['an import that rewrites', ['seed', '--dialect=kit'], {}, '--dialect is for export'],
  ['a port that is none', ['seed'], {PORT: 'http'}, 'HOST and PORT make http://127.0.0.1:http, which is no address'],
  ['an unknown dialect', ['export', '--dialect=latin'], {}, '--dialect is keep, academic2'],
])('%s: one clear line, exit code 1', async (_, args, env, message) => {
  const {code, err} = await run(args, env)
  expect([code, err.includes(message), err.trim().split('\n').length]).toEqual([1, true, 1])
})

test('another program at the port is told from a lake', async () => {
  const other = createServer((_, response) => response.writeHead(404, {'content-type': 'text/html'}).end('<h1>No</h1>'))
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = String(typeof address === 'object' ? address?.port : '')
  expect(await run(['seed', site], {PORT: port})).toEqual({
    code: 1,
    out: '',
    err: `What answers at http://127.0.0.1:${port} is no lake (HTTP 404): set PORT to where it listens.\n`,
  })
  other.close()
})

test('a folder that holds no site is refused', async () => {
  mkdirSync(join(served.folder, 'nothing'), {recursive: true})
  const {code, err} = await run(['seed', join(served.folder, 'nothing')])
  expect([code, err]).toEqual([1, expect.stringContaining('holds no Hugo site')])
})

test('of a folder near a site it is said where the site is', async () => {
  const inside = await run(['seed', join(site, 'content/event')])
  expect(inside.err).toBe(
    `"${site}/content/event" holds no Hugo site: it has no files in content. Give the folder that contains content: "${site}".\n`,
  )
  const above = await run(['export', served.folder])
  expect(above.err).toBe(
    `"${served.folder}" holds no Hugo site: it has no files in content. Did you mean "${site}"? To begin a site there, give an empty folder.\n`,
  )
})

test('a report that cannot be written is refused before anything is done, without a stack', async () => {
  const report = join(served.folder, 'missing', 'report.json')
  expect(await run(['seed', site, `--report=${report}`])).toEqual({
    code: 1,
    out: '',
    err: `--report cannot be written: there is no folder "${join(served.folder, 'missing')}"\n`,
  })
  expect(await run(['seed', site, `--report=${served.folder}`])).toEqual({
    code: 1,
    out: '',
    err: `--report is a file, and "${served.folder}" is a folder\n`,
  })
  expect(await served.client.fetch('count(*[_type == "talk"])')).toBe(0)
})
