import {createLake} from '../../lake/createLake.ts'
import {LakeStartError} from '../../lake/errors.ts'
import {listen} from '../../start/listen.ts'

const [dataDir = ''] = process.argv.slice(2)

/** The body of the process that `startLake` starts: the lake alone, on a free port. Ends with code 3 when it cannot start. */
try {
  let port = 0
  const lake = createLake({
    dataDir,
    projectId: 'lectern',
    dataset: 'production',
    origins: () => [`http://127.0.0.1:${port}`],
  })
  const listening = await listen((request) => lake.fetch(request), {host: '127.0.0.1', port: 0})
  port = listening.port
  process.on('SIGTERM', () => void stop())
  process.on('disconnect', () => process.exit(0))
  const stop = async (): Promise<void> => {
    await listening.close()
    await lake.close()
    process.exit(0)
  }
  process.send?.({port, token: lake.token})
} catch (error) {
  if (!(error instanceof LakeStartError)) throw error
  process.stderr.write(`${error.code}: ${error.message}\n`)
  process.exit(3)
}
