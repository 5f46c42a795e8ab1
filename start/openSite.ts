import type {SanityClient} from '@sanity/client'
import type {Frontend} from './openStudio.ts'
import type {Settings} from './settings.ts'
import {withSecurityHeaders} from './withSecurityHeaders.ts'

/** The site: from its sources in development, else built, first when a source changed since the last build. */
export async function openSite(
  {dev, publicOrigin}: Settings,
  client: SanityClient,
  print: (line: string) => void,
): Promise<Frontend> {
  const options = {client, ...(publicOrigin === undefined ? {} : {origin: publicOrigin})}
  if (dev) {
    const {createDevelopmentSite} = await import('../site/createDevelopmentSite.ts')
    const site = await createDevelopmentSite(options)
    return {
      handler: withSecurityHeaders('site', (request) => site.fetch(request), publicOrigin),
      close: () => site.close(),
    }
  }
  const {loadSite} = await import('../site/loadSite.ts')
  const {createSite} = await loadSite({print})
  const site = createSite(options)
  return {
    handler: withSecurityHeaders('site', (request) => site.fetch(request), publicOrigin),
    close: async () => undefined,
  }
}
