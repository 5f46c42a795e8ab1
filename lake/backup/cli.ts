import {resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {LakeError} from '../errors.ts'
import {isFileError} from '../isFileError.ts'
import {BackupError} from './backupError.ts'
import {localAddress} from './localAddress.ts'
import {restoreBackup} from './restoreBackup.ts'
import {saveBackup} from './saveBackup.ts'

const usage = `npm run backup -- FILE     writes the whole lake to a tar archive; also while it runs (on PORT)
npm run restore -- FILE    makes a data folder of one; the folder must be empty

The data folder is LECTERN_DATA (.lectern).`

const commands: Record<string, (file: string, dataDir: string) => Promise<string>> = {
  async backup(file, dataDir) {
    const from = await saveBackup({file, dataDir, url: localAddress(process.env)})
    return `${dataDir} is saved in ${file}${from === 'running' ? ', while it runs' : ''}.`
  },
  async restore(file, dataDir) {
    const files = await restoreBackup(file, dataDir)
    return `${dataDir} is restored from ${file}: ${files === 1 ? '1 file' : `${files} files`}.`
  },
}

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  try {
    const {values, positionals} = parseArgs({
      args,
      options: {help: {type: 'boolean', short: 'h'}},
      allowPositionals: true,
    })
    const [name = '', file, ...rest] = positionals
    const command = commands[name]
    if (values.help === true) console.log(usage)
    else if (command === undefined || file === undefined) throw new BackupError(usage)
    else if (rest.length > 0) throw new BackupError(`One file at a time: ${rest.join(', ')} would be left out.`)
    else console.log(await command(file, resolve(process.env['LECTERN_DATA'] || '.lectern')))
    return 0
  } catch (error) {
    if (!isTold(error)) throw error
    console.error(error.message)
    return 1
  }
}

function isTold(error: unknown): error is Error {
  if (error instanceof BackupError || error instanceof LakeError || isFileError(error)) return true
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
