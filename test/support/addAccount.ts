import {spawn} from 'node:child_process'
import {once} from 'node:events'

export interface NewAccount {
  name: string
  role: 'viewer' | 'editor' | 'administrator'
  password: string
}

/** Makes an account as one does on the command line: `npm run accounts -- add NAME --role=ROLE`. */
export async function addAccount(dataDir: string, {name, role, password}: NewAccount): Promise<void> {
  const child = spawn(process.execPath, ['lake/auth/cli.ts', 'accounts', 'add', name, `--role=${role}`], {
    env: {...process.env, LECTERN_DATA: dataDir},
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.stdin.end(`${password}\n`)
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`No account was made for ${name}`)
}
