import type {SanityClient} from '@sanity/client'
import {API_VERSION, PROJECT_ID, embeddedLake} from '../connection/embeddedLake.ts'
import {localAddress} from '../connection/localAddress.ts'
import type {Lake} from '../lake/createLake.ts'
import {rememberAllowed} from '../lake/security/allowedOrigins.ts'
import {allowedOrigins} from './allowedOrigins.ts'
import {awaitedHandler} from './awaitedHandler.ts'
import {boundMemory} from './boundMemory.ts'
import {createHandler} from './createHandler.ts'
import {handOutSession} from './handOutSession.ts'
import {listen} from './listen.ts'
import {loadBuilt} from './loadBuilt.ts'
import {openLake} from './openLake.ts'
import {openSite} from './openSite.ts'
import {type Frontend, openStudio} from './openStudio.ts'
import {seedOnce} from './seedOnce.ts'
import type {Settings} from './settings.ts'

export interface RunningServer {
  /** Where a browser on this machine opens it, without a slash at the end. */
  url: string
  close(): Promise<void>
}

/**
 * Opens the lake, takes the port, seeds an empty lake, then loads and builds what changed of Studio and site, one after the other.
 * The port is taken before the builds, so that a mistake in the settings is told at once; a request that comes
 * before its room is ready waits for it.
 * @throws SettingsError, LakeStartError
 */
export async function serveLectern(settings: Settings, print: (line: string) => void): Promise<RunningServer> {
  let port = settings.port
  const origins = (): string[] => allowedOrigins(settings.host, port, settings.publicOrigin)
  const allowed = rememberAllowed(origins, PROJECT_ID)
  const opened = settings.hosted === undefined ? await openLake(settings, origins) : undefined
  const [lakeRoom, studioRoom, siteRoom] = [awaitedHandler(), awaitedHandler(), awaitedHandler()]
  const studio = studioRoom.handler
  const handler = createHandler({
    allowsHost: (host) => allowed().allowsHost(host),
    lake: opened && lakeRoom.handler,
    studio: opened?.handsOutSessions === true ? handOutSession(studio, opened.lake) : studio,
    site: siteRoom.handler,
  })
  const closing: Array<() => Promise<void>> = opened ? [() => opened.lake.close()] : []
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    const listening = await listen(handler, {...settings, behindProxy: settings.publicOrigin !== undefined})
    // WebSockets end with the lake, which says goodbye to them, and the server with the last of them.
    const closeLake = closing.splice(0)
    closing.push(async () => void (await Promise.all([listening.close(), ...closeLake.map((step) => step())])))
    port = listening.port
    boundMemory()
    if (opened) listening.server.on('upgrade', (...upgrade) => opened.lake.handleUpgrade(...upgrade))
    const url = localAddress(settings.host === '127.0.0.1' ? 'localhost' : settings.host, port)
    const moved = (await opened?.lake.moveAssets(url)) ?? 0
    if (moved > 0) print(`Gave ${moved} images and files the address ${settings.publicOrigin ?? url}.`)
    if (opened) closing.push(await lakeRoom.open(seeded(opened.lake, settings, url, print)))
    closing.push(await studioRoom.open(openStudio(settings, print)))
    const client = await clientFor(settings, url, opened?.lake)
    closing.push(await siteRoom.open(openSite(settings, client, print)))
    return {url, close}
  } catch (error) {
    for (const room of [lakeRoom, studioRoom, siteRoom]) room.fail(error)
    await close()
    throw error
  }
}

/** The lake as others see it, once it has the example site: nobody finds half of it, or nothing. */
async function seeded(lake: Lake, settings: Settings, url: string, print: (line: string) => void): Promise<Frontend> {
  const resolveFetch = () => async (input: RequestInfo | URL, init?: RequestInit) =>
    lake.fetch(new Request(input, init))
  const connect = async () => (await clientFor(settings, url, lake)).withConfig({resolveFetch})
  await seedOnce({connect, dataDir: settings.dataDir, print})
  return {handler: (request, from) => lake.fetch(request, from), close: async () => undefined}
}

async function clientFor({hosted}: Settings, url: string, lake: Lake | undefined): Promise<SanityClient> {
  const {createClient} = await loadBuilt('sanityClient')
  if (hosted !== undefined) {
    const {projectId, dataset, token = ''} = hosted
    return createClient({projectId, dataset, token, apiVersion: API_VERSION, useCdn: false})
  }
  return createClient({
    ...embeddedLake(url),
    ...(lake === undefined ? {} : {token: lake.token}),
  })
}
