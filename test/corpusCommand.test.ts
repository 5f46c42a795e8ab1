import {chmodSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {NOBODY} from './support/asNobody.ts'
import {runNode} from './support/runNode.ts'
import {writeFiles} from './support/writeFiles.ts'

const PAGE = '---\ntitle: Talk\ndate: 2024-01-02T10:00:00Z\n---\ntext\n'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-corpus-'))
  chmodSync(folder, 0o755)
  writeFiles(folder, {'a/content/event/x/index.md': PAGE, 'b/content/event/y/index.md': PAGE})
})

afterEach(() => rmSync(folder, {recursive: true, force: true}))

const run = (env: Record<string, string> = {}, args: readonly string[] = [folder]) =>
  runNode(['--import', './start/keepCompiled.js', 'start/corpus.ts', ...args], {
    env: {PATH: process.env['PATH'], ...env},
    // An administrator may read everything.
    user: process.geteuid?.() === 0 ? NOBODY : undefined,
  })

test('a site that cannot be gone through is told, and the others have their turn', async () => {
  writeFiles(folder, {'a/static/secret.pdf': 'PDF'})
  chmodSync(join(folder, 'a/static/secret.pdf'), 0)
  const {code, out, err} = await run()
  expect([code, err]).toEqual([1, ''])
  expect(out).toContain(`LOST: ${join(folder, 'a')}: ended with an error: `)
  expect(out).toContain('Through a lake: 2 sites, 1 page: 1 byte-identical, 0 refused, 1 lost.\n')
})

test('options that npm took are refused with what to write', async () => {
  expect(await run({npm_lifecycle_event: 'corpus', npm_config_report: 'r.json'})).toEqual({
    code: 1,
    out: '',
    err: `npm took --report=r.json for itself, so nothing was done: write "npm run corpus -- ${folder} --report=r.json"\n`,
  })
})

test('help is no error; what is not understood, would be left out or cannot be written is told before anything is done', async () => {
  const help = await run({}, ['--help'])
  expect([help.code, help.out.startsWith('Usage: npm run corpus -- FOLDER'), help.err]).toEqual([0, true, ''])
  const unknown = await run({}, [folder, '--x'])
  expect([unknown.code, unknown.err]).toEqual([1, `Unknown option '--x'\n\n${help.out}`])
  expect(await run({}, [folder, 'more'])).toEqual({
    code: 1,
    out: '',
    err: 'One folder at a time: more would be left out\n',
  })
  expect(await run({}, [folder, '--report=/nowhere/r.json'])).toEqual({
    code: 1,
    out: '',
    err: '--report cannot be written: there is no folder "/nowhere"\n',
  })
})
