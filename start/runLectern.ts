import {announce} from './announce.ts'
import {isExpected} from './isExpected.ts'
import {serveLectern} from './serveLectern.ts'
import {readSettings} from './settings.ts'
import {untilSignal} from './untilSignal.ts'

/**
 * The start command: serves until Ctrl-C.
 * @returns the exit code: 0 after a clean stop, 1 when it could not start, with the reason on stderr.
 */
export async function runLectern(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  try {
    const settings = readSettings(env, args)
    const lectern = await serveLectern(settings, (line) => console.log(line))
    announce(settings, lectern, (line) => console.log(line))
    await untilSignal(['SIGINT', 'SIGTERM'])
    console.log('\nStopping …')
    await lectern.close()
    return 0
  } catch (error) {
    if (!isExpected(error)) throw error
    console.error(`Lectern cannot start: ${error.message}`)
    return 1
  }
}
