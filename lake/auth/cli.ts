import {randomBytes} from 'node:crypto'
import {existsSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {Writable} from 'node:stream'
import {parseArgs} from 'node:util'
import {BadRequestError, LakeError} from '../errors.ts'
import {isFileError} from '../isFileError.ts'
import {readAccounts} from './accounts.ts'
import {
  addAccount,
  addToken,
  changePassword,
  changeRole,
  removeAccount,
  removeToken,
  signOut,
} from './changeAccounts.ts'
import {updateAccounts} from './updateAccounts.ts'
import {isRole, roles, type Role} from './user.ts'

const usage = `Accounts and tokens of the embedded Content Lake, for a server that others reach (HOST).

  npm run accounts -- add NAME --role=${roles.join('|')} [--display=NAME] [--email=ADDRESS]
  npm run accounts -- list
  npm run accounts -- password NAME     (signs NAME out everywhere)
  npm run accounts -- role NAME --role=${roles.join('|')}
  npm run accounts -- sign-out NAME     (ends all sessions of NAME)
  npm run accounts -- remove NAME
  npm run token -- add LABEL --role=${roles.join('|')}
  npm run token -- list
  npm run token -- remove ID

The password is asked for, or read as the first line of standard input. The data folder is LECTERN_DATA (.lectern)
or --data=FOLDER. A running server sees changes at once.
`

/** A mistake in how the command was called. */
class UsageError extends Error {}

interface Call {
  dataDir: string
  argument: string
  role: () => Role
  display: string | undefined
  email: string | undefined
}

const commands: Record<string, (call: Call) => Promise<string> | string> = {
  'accounts add': async ({dataDir, argument, role, display, email}) => {
    const entry = {login: required(argument), name: display ?? argument, email: email ?? '', role: role()}
    const password = await readPassword()
    await updateAccounts(dataDir, (data) => addAccount(data, {...entry, password}, stamp('p')))
    return `Added ${entry.login} (${entry.role})`
  },
  'accounts list': ({dataDir}) =>
    readAccounts(dataDir)
      .accounts.map(({login, role, name, email}) => [login, role, name, email].join('\t'))
      .join('\n'),
  'accounts password': async ({dataDir, argument}) => {
    const login = required(argument)
    const password = await readPassword()
    await updateAccounts(dataDir, (data) => changePassword(data, login, password))
    return `Changed the password of ${login}, and signed ${login} out everywhere`
  },
  'accounts role': async ({dataDir, argument, role}) => {
    await updateAccounts(dataDir, (data) => changeRole(data, required(argument), role()))
    return `${argument} is ${role()} now`
  },
  'accounts sign-out': async ({dataDir, argument}) => {
    await updateAccounts(dataDir, (data) => signOut(data, required(argument)))
    return `Signed ${argument} out everywhere`
  },
  'accounts remove': async ({dataDir, argument}) => {
    await updateAccounts(dataDir, (data) => removeAccount(data, required(argument)))
    return `Removed ${argument}`
  },
  'token add': async ({dataDir, argument, role}) => {
    const token = {label: required(argument), role: role()}
    let secret = ''
    await updateAccounts(dataDir, (data) => {
      const added = addToken(data, token, stamp('r'))
      secret = added.secret
      return added.data
    })
    process.stderr.write('This token is shown only once.\n')
    return secret
  },
  'token list': ({dataDir}) =>
    readAccounts(dataDir)
      .tokens.map(({id, role, label, createdAt}) => [id, role, label, createdAt].join('\t'))
      .join('\n'),
  'token remove': async ({dataDir, argument}) => {
    await updateAccounts(dataDir, (data) => removeToken(data, required(argument)))
    return `Removed ${argument}`
  },
}

const stamp = (prefix: string) => ({
  id: prefix + randomBytes(9).toString('base64url').replace(/[-_]/g, 'x'),
  now: new Date(),
})

function required(argument: string): string {
  if (argument === '') throw new UsageError('A name is missing')
  return argument
}

/** Without echo on a terminal; otherwise the first line of the input. Throws a BadRequestError when there is none, or after Ctrl-C. */
async function readPassword(): Promise<string> {
  const isTerminal = process.stdin.isTTY
  const silent = new Writable({write: (_chunk, _encoding, done) => done()})
  const lines = createInterface({input: process.stdin, output: silent, terminal: isTerminal})
  try {
    if (isTerminal) process.stderr.write('Password: ')
    const line = await new Promise<string | undefined>((resolve) => {
      lines.once('line', resolve).once('close', () => resolve(undefined))
    })
    if (line === undefined) throw new BadRequestError('No password was given')
    return line
  } finally {
    lines.close()
    if (isTerminal) process.stderr.write('\n')
  }
}

const OPTIONS = {
  role: {type: 'string'},
  display: {type: 'string'},
  email: {type: 'string'},
  data: {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const

/**
 * Options that npm took for its own, as no `--` stood before them: it tells of them in the environment alone
 * (https://docs.npmjs.com/cli/using-npm/config#environment-variables), where an email may be from its settings.
 */
function takenByNpm(script: string, env: NodeJS.ProcessEnv): string[] {
  if (env['npm_lifecycle_event'] !== script) return []
  return ['role', 'display', 'data']
    .filter((name) => (env[`npm_config_${name}`] ?? '') !== '')
    .map((name) => `--${name}`)
}

async function main(): Promise<void> {
  const {values, positionals} = parseArgs({allowPositionals: true, options: OPTIONS})
  if (values.help === true) return void process.stdout.write(usage)
  const [group = '', verb = '', argument = '', ...rest] = positionals
  const name = `${group} ${verb}`
  const command = commands[name]
  if (command === undefined)
    throw new UsageError(verb === '' ? 'A command is missing' : `There is no command "${verb}"`)
  const taken = takenByNpm(group, process.env)
  if (taken.length > 0)
    throw new UsageError(`npm took ${taken.join(' ')} for itself: write it behind the "--", as below`)
  if (rest.length > 0) throw new UsageError(`One at a time: ${rest.join(', ')} would be left out`)
  const role = (): Role => {
    if (!isRole(values.role)) throw new UsageError(`--role must be one of ${roles.join(', ')}`)
    return values.role
  }
  const dataDir = values.data || process.env['LECTERN_DATA'] || '.lectern'
  // Accounts are added before the first start; to anything else a folder that is not there is another one than was meant.
  if (name !== 'accounts add' && !existsSync(dataDir))
    throw new BadRequestError(
      `There is no data folder ${dataDir}: check LECTERN_DATA or --data. Only "accounts add" makes one`,
    )
  const text = await command({dataDir, argument, role, display: values.display, email: values.email})
  process.stdout.write(text === '' ? '' : `${text}\n`)
}

/** Node adds advice for other cases. */
function firstSentence(message: string): string {
  return message.split(/\.\s/, 1)[0] ?? message
}

try {
  await main()
} catch (error) {
  const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
  if (!isUsage && !(error instanceof LakeError) && !isFileError(error)) throw error
  process.stderr.write(isUsage ? `${firstSentence(error.message)}\n\n${usage}` : `${error.message}\n`)
  process.exitCode = 1
}
