import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {expect, test} from 'vitest'

function run(args: readonly string[], env: Record<string, string> = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts'), ...args], {
    env: {PATH: process.env['PATH'], PORT: '1', ...env},
    encoding: 'utf8',
  })
  return {code: status, out: stdout, err: stderr}
}

test('help is no error', () => {
  const {code, out, err} = run(['--help'])
  expect([code, out.startsWith('npm run build:site -- [--origin='), err]).toEqual([0, true, ''])
})

test.each([
  [['--origin=https://a.example.org/talks'], {}, '--origin has "https://a.example.org/talks", which is no origin.'],
  [['--origin=talks'], {}, '--origin has "talks", which is no origin. An example: https://talks.example.org'],
  [['--language=de'], {}, '--language is ko or en'],
  [['--nonsense'], {}, `Unknown option '--nonsense': "npm run build:site -- --help" lists the options`],
  [
    [],
    {npm_lifecycle_event: 'build:site', npm_config_origin: 'https://a.example.org'},
    'npm took --origin=https://a.example.org for itself, so nothing was done: write "npm run build:site -- --origin=https://a.example.org"',
  ],
])('%j %j: one clear line, exit code 1', (args, env, message) => {
  const {code, out, err} = run(args, env)
  expect([code, out, err.startsWith(message), err.trim().split('\n').length]).toEqual([1, '', true, 1])
})
