import {resolve} from 'node:path'
import {LakeError} from '../errors.ts'
import {isFileError} from '../isFileError.ts'
import {BackupError} from './backupError.ts'
import {localAddress} from './localAddress.ts'
import {restoreBackup} from './restoreBackup.ts'
import {saveBackup} from './saveBackup.ts'

const usage = `npm run backup -- FILE     writes the whole lake to a tar archive; also while it runs (on PORT)
npm run restore -- FILE    makes a data folder of one; the folder must be empty

The data folder is LECTERN_DATA (.lectern).`

const [command, file] = process.argv.slice(2)

process.exitCode = await run()

async function run(): Promise<number> {
  if (file === undefined || (command !== 'backup' && command !== 'restore')) {
    console.error(usage)
    return 1
  }
  const dataDir = resolve(process.env['LECTERN_DATA'] || '.lectern')
  try {
    if (command === 'backup') {
      const from = await saveBackup({file, dataDir, url: localAddress(process.env)})
      console.log(`${dataDir} is saved in ${file}${from === 'running' ? ', while it runs' : ''}.`)
    } else {
      console.log(`${dataDir} is restored from ${file}: ${await restoreBackup(file, dataDir)} files.`)
    }
    return 0
  } catch (error) {
    if (!(error instanceof BackupError || error instanceof LakeError || isFileError(error))) throw error
    console.error(error.message)
    return 1
  }
}
