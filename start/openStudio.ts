import {join} from 'node:path'
import type {Handler} from './createHandler.ts'
import type {Settings} from './settings.ts'
import {withSecurityHeaders} from './withSecurityHeaders.ts'

/** The Studio or the site, as it is served. */
export interface Frontend {
  handler: Handler
  close(): Promise<void>
}

const projectDir = join(import.meta.dirname, '..')

/** The Studio: from its sources with hot reload in development, else built, first when a source changed since the last build. */
export async function openStudio(
  {dev, hosted, publicOrigin}: Settings,
  print: (line: string) => void,
): Promise<Frontend> {
  if (dev) {
    const {createStudioDevServer} = await import('../studio/dev/createStudioDevServer.ts')
    return createStudioDevServer({projectDir})
  }
  const [{ensureStudio}, {createStudioHandler}] = await Promise.all([
    import('../studio/build/ensureStudio.ts'),
    import('../studio/createStudioHandler.ts'),
  ])
  const studio = createStudioHandler({dir: await ensureStudio({projectDir, print})})
  return {
    // A Studio of a hosted project talks to hosts of Sanity, for which there is no policy yet.
    handler: hosted === undefined ? withSecurityHeaders('studio', studio, publicOrigin) : studio,
    close: async () => undefined,
  }
}
