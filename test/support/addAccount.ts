import {spawn} from 'node:child_process'
import {once} from 'node:events'

export interface NewAccount {
  name: string
  /** What others see instead of the name. */
  display?: string
  role: 'viewer' | 'editor' | 'administrator'
  password: string
}

/** Makes an account as one does on the command line: `npm run accounts -- add NAME --role=ROLE`. */
export const addAccount = (dataDir: string, {name, display, role, password}: NewAccount): Promise<void> =>
  runAccounts(dataDir, password, [
    'add',
    name,
    `--role=${role}`,
    ...(display === undefined ? [] : [`--display=${display}`]),
  ])

/** `npm run accounts -- password NAME`: it signs the account out everywhere. */
export const changePassword = (
  dataDir: string,
  {name, password}: Pick<NewAccount, 'name' | 'password'>,
): Promise<void> => runAccounts(dataDir, password, ['password', name])

async function runAccounts(dataDir: string, password: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, ['lake/auth/cli.ts', 'accounts', ...args], {
    env: {...process.env, LECTERN_DATA: dataDir},
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.stdin.end(`${password}\n`)
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`accounts ${args.join(' ')} ended with code ${child.exitCode}`)
}
