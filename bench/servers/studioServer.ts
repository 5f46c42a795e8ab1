import {join} from 'node:path'
import {createLake} from '../../lake/createLake.ts'
import {createHandler, type Handler} from '../../start/createHandler.ts'
import {handOutSession} from '../../start/handOutSession.ts'
import {listen} from '../../start/listen.ts'
import {ensureStudio} from '../../studio/build/ensureStudio.ts'
import {createStudioHandler} from '../../studio/createStudioHandler.ts'
import {recordAnswers} from './recordAnswers.ts'
import type {StartedServer} from './serverKinds.ts'

const HOST = '127.0.0.1'

/** The built Studio on a lake, as `npm start` serves it; or on the same lake's answers, recorded when they are first asked for. */
export async function studioServer(dataDir: string, {isRecorded}: {isRecorded: boolean}): Promise<StartedServer> {
  const dir = await ensureStudio({projectDir: join(import.meta.dirname, '../..'), print: () => undefined})
  let port = 0
  const origins = (): string[] => [`http://${HOST}:${port}`]
  const lake = createLake({dataDir, projectId: 'lectern', dataset: 'production', origins})
  const answer: Handler = (request, from) => lake.fetch(request, from)
  const handler = createHandler({
    allowsHost: (host) => host === `${HOST}:${port}`,
    lake: isRecorded ? recordAnswers(answer) : answer,
    studio: handOutSession(createStudioHandler({dir}), lake),
    site: () => new Response(null, {status: 404}),
  })
  const listening = await listen(handler, {host: HOST, port: 0})
  port = listening.port
  listening.server.on('upgrade', (...upgrade) => lake.handleUpgrade(...upgrade))
  const close = async (): Promise<void> => {
    await listening.close()
    await lake.close()
  }
  return {port, token: lake.token, close}
}
