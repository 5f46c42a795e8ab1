import {spawn} from 'node:child_process'
import {chownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {readAccounts, writeAccounts} from './accounts.ts'
import {updateAccounts} from './updateAccounts.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lake-cli-'))))
afterEach(() => rmSync(folder, {recursive: true}))

const run = (input: string, ...args: string[]) => runWith({}, input, ...args)

function runWith(
  env: Record<string, string>,
  input: string,
  ...args: string[]
): Promise<{code: number | null; out: string; err: string}> {
  const child = spawn(process.execPath, ['lake/auth/cli.ts', ...args], {
    env: {...process.env, LECTERN_DATA: folder, ...env},
  })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin.end(input)
  return new Promise((resolve) =>
    child.on('close', (code) =>
      resolve({code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString()}),
    ),
  )
}

test('accounts are added, listed and removed; the password is read from the input and only its hash kept', async () => {
  const added = await run('correct horse battery\n', 'accounts', 'add', 'yuna', '--role=editor', '--display=김유나')
  expect(added).toEqual({code: 0, out: 'Added yuna (editor)\n', err: ''})
  const file = join(folder, 'accounts.json')
  expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8').includes('correct horse')]).toEqual([0o600, false])
  expect((await run('', 'accounts', 'list')).out).toBe('yuna\teditor\t김유나\t\n')
  expect((await run('another password\n', 'accounts', 'add', 'YUNA', '--role=viewer')).err).toBe(
    'The account YUNA exists already\n',
  )
  expect(await run('', 'accounts', 'remove', 'Yuna')).toEqual({code: 0, out: 'Removed Yuna\n', err: ''})
  expect((await run('', 'accounts', 'remove', 'yuna')).code).toBe(1)
})

test('an account gets another password and role, and is signed out', async () => {
  await run('correct horse battery\n', 'accounts', 'add', 'yuna', '--role=editor')
  const account = () => JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')).accounts[0]
  const before = account()
  expect(await run('another battery\n', 'accounts', 'password', 'Yuna')).toEqual({
    code: 0,
    out: 'Changed the password of Yuna, and signed Yuna out everywhere\n',
    err: '',
  })
  expect(account().passwordHash).not.toBe(before.passwordHash)
  expect((await run('', 'accounts', 'role', 'yuna', '--role=viewer')).out).toBe('yuna is viewer now\n')
  expect((await run('', 'accounts', 'sign-out', 'yuna')).out).toBe('Signed yuna out everywhere\n')
  expect(account()).toEqual({...before, passwordHash: account().passwordHash, role: 'viewer', signOuts: 2})
  expect((await run('short\n', 'accounts', 'password', 'yuna')).err).toBe('A password has 10 to 1024 characters\n')
  expect((await run('another battery\n', 'accounts', 'password', 'nobody')).err).toBe('No account named nobody\n')
})

test('an account is added before the data folder exists', async () => {
  const later = join(folder, 'later')
  const added = await run('correct horse battery\n', 'accounts', 'add', 'yuna', '--role=editor', `--data=${later}`)
  expect(added).toEqual({code: 0, out: 'Added yuna (editor)\n', err: ''})
  expect((await run('', 'accounts', 'list', `--data=${later}`)).out).toBe('yuna\teditor\tyuna\t\n')
})

test.each([
  'accounts list',
  'accounts password yuna',
  'accounts role yuna --role=viewer',
  'accounts sign-out yuna',
  'accounts remove yuna',
  'token add CI --role=viewer',
  'token list',
  'token remove r1',
])('no folder is made for "%s": its name is told', async (command) => {
  const missing = join(folder, 'misspelt')
  expect(await run('correct horse battery\n', ...command.split(' '), `--data=${missing}`)).toEqual({
    code: 1,
    out: '',
    err: `There is no data folder ${missing}: check LECTERN_DATA or --data. Only "accounts add" makes one\n`,
  })
  expect(readdirSync(folder)).toEqual([])
})

test('a token is shown once and kept as its hash', async () => {
  const {out, err} = await run('', 'token', 'add', 'CI', '--role=viewer')
  // A script takes what is printed for the token.
  expect(err).toBe('This token is shown only once.\n')
  const token = out.trim()
  expect([/^sk[\w-]{43}$/.test(token), readFileSync(join(folder, 'accounts.json'), 'utf8').includes(token)]).toEqual([
    true,
    false,
  ])
  const [id = '', role, label] = (await run('', 'token', 'list')).out.split('\t')
  expect([role, label]).toEqual(['viewer', 'CI'])
  expect((await run('', 'token', 'remove', id)).code).toBe(0)
})

test.each([
  [['accounts'], 'A command is missing'],
  [['accounts', 'ad'], 'There is no command "ad"'],
  [['accounts', 'remove', 'minji', 'yuna'], 'One at a time: yuna would be left out'],
  [['accounts', 'add', '--role=editor'], 'A name is missing'],
  [['accounts', 'add', 'a', '--role=king'], '--role must be one of viewer, editor, administrator'],
  [['token', 'add', 'a', '--nonsense'], "Unknown option '--nonsense'"],
])('%j: %s, with the help, and nothing is written', async (args, message) => {
  const {out: help} = await run('', 'accounts', '--help')
  expect(await run('correct horse battery\n', ...args)).toEqual({code: 1, out: '', err: `${message}\n\n${help}`})
  expect(readdirSync(folder)).toEqual([])
})

test('help is no error', async () => {
  const {code, out, err} = await run('', 'token', '--help')
  expect([code, out.includes('npm run token -- add LABEL'), err]).toEqual([0, true, ''])
})

test('options that npm took are told: another data folder, or no role, would be meant', async () => {
  const taken = {npm_lifecycle_event: 'accounts', npm_config_data: '/srv/lake', npm_config_email: 'a@example.org'}
  const {code, err} = await runWith(taken, '', 'accounts', 'list')
  expect([code, err.split('\n')[0]]).toEqual([1, 'npm took --data for itself: write it behind the "--", as below'])
  expect(await runWith(taken, '', 'token', 'list')).toEqual({code: 0, out: '', err: ''})
})

test('accounts that cannot be written leave nothing beside the file', async () => {
  mkdirSync(join(folder, 'accounts.json'))
  expect(() => writeAccounts(folder, {version: 1, accounts: [], tokens: []})).toThrow(/EISDIR/)
  expect(readdirSync(folder)).toEqual(['accounts.json'])
})

test('without a password nothing is added', async () => {
  expect(await run('', 'accounts', 'add', 'a', '--role=editor')).toEqual({
    code: 1,
    out: '',
    err: 'No password was given\n',
  })
  expect((await run('correct horse battery', 'accounts', 'add', 'a', '--role=editor')).out).toBe('Added a (editor)\n')
})

test('a short password is refused', async () => {
  expect(await run('short\n', 'accounts', 'add', 'a', '--role=editor')).toEqual({
    code: 1,
    out: '',
    err: 'A password has 10 to 1024 characters\n',
  })
})

test('of commands at the same moment none loses what another one changed', async () => {
  const names = ['ana', 'ben', 'cho', 'dae', 'eun', 'fin']
  const added = await Promise.all(
    names.flatMap((name) => [
      run('correct horse battery\n', 'accounts', 'add', name, '--role=editor'),
      run('', 'token', 'add', name, '--role=viewer'),
    ]),
  )
  expect(added.map(({code}) => code)).toEqual(added.map(() => 0))
  const {accounts, tokens} = readAccounts(folder)
  expect([new Set(accounts.map(({login}) => login)), new Set(tokens.map(({label}) => label))]).toEqual([
    new Set(names),
    new Set(names),
  ])
  expect(readdirSync(folder)).toEqual(['accounts.json'])
}, 60_000)

test('a lock that a killed command left is named, and what to do', async () => {
  const lock = join(folder, 'accounts.lock')
  writeFileSync(lock, '')
  const change = updateAccounts(folder, (data) => data, 0)
  await expect(change).rejects.toThrow(
    `Another command is changing the accounts. If none is running, one was stopped half-way: remove ${lock}`,
  )
  expect(readdirSync(folder)).toEqual(['accounts.lock'])
})

test('accounts that are added by root belong to whoever the folder belongs to, so that the server can read them', async () => {
  // `nobody` on Debian and most others; without the rights of root the folder stays one's own.
  if (process.geteuid?.() === 0) chownSync(folder, 65_534, 65_534)
  expect((await run('correct horse battery\n', 'accounts', 'add', 'yuna', '--role=editor')).code).toBe(0)
  const owners = [folder, join(folder, 'accounts.json')].map((path) => [statSync(path).uid, statSync(path).gid])
  expect(owners[1]).toEqual(owners[0])
})
