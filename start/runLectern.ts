import {announce} from './announce.ts'
import {isExpected} from './isExpected.ts'
import {type RunningServer, serveLectern} from './serveLectern.ts'
import {readSettings} from './settings.ts'
import {untilSignal} from './untilSignal.ts'

/**
 * The start command: serves until Ctrl-C.
 * @returns the exit code: 0 after a clean stop, 1 when it could not start, with the reason on stderr.
 */
export async function runLectern(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  const lectern = await start(env, args)
  if (typeof lectern === 'string') {
    console.error(`Lectern cannot start: ${lectern}`)
    return 1
  }
  await untilSignal(['SIGINT', 'SIGTERM'])
  console.log('\nStopping …')
  await lectern.close()
  return 0
}

/** The server, or why there is none. */
async function start(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<RunningServer | string> {
  try {
    const settings = readSettings(env, args)
    const lectern = await serveLectern(settings, (line) => console.log(line))
    announce(settings, lectern, (line) => console.log(line))
    return lectern
  } catch (error) {
    const told = isExpected(error) ? error.message : await refusalOfLake(error)
    if (told === undefined) throw error
    return told
  }
}

/** What the lake did not take of the example site; nothing for any other error. Loaded only then: the client is large. */
async function refusalOfLake(error: unknown): Promise<string | undefined> {
  const {describeLakeError} = await import('../seed/client/connect.ts')
  return describeLakeError(error)
}
