import {createServer} from 'vite'
import {viteConfig} from '../build/viteConfig.ts'
import {freePort} from './freePort.ts'

/** The Studio straight from its sources, with hot reload. */
export interface StudioDevServer {
  handler: (request: Request) => Promise<Response>
  close(): Promise<void>
}

/**
 * Runs Vite for the Studio on a port of its own, on this machine only, and hands it every `/studio` request. Only the
 * hot-reload WebSocket goes to that port directly.
 */
export async function createStudioDevServer({projectDir}: {projectDir: string}): Promise<StudioDevServer> {
  const port = await freePort()
  const vite = await createServer({
    ...viteConfig(projectDir, 'development'),
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      hmr: {host: '127.0.0.1', clientPort: port},
      fs: {allow: [projectDir]},
    },
    optimizeDeps: {include: ['sanity', 'sanity/structure', '@sanity/vision', 'react', 'react-dom/client']},
  })
  await vite.listen()
  return {
    handler: async (request) => {
      const {pathname, search} = new URL(request.url)
      const path = pathname === '/studio' ? '/studio/' : pathname
      const answer = await fetch(`http://127.0.0.1:${port}${path}${search}`, {headers: forwardedHeaders(request)})
      const headers = new Headers(answer.headers)
      // fetch has decoded the body.
      headers.delete('content-encoding')
      headers.delete('content-length')
      return new Response(answer.body, {status: answer.status, headers})
    },
    close: () => vite.close(),
  }
}

function forwardedHeaders(request: Request): Headers {
  const headers = new Headers()
  for (const name of ['accept', 'if-none-match', 'sec-fetch-dest', 'sec-fetch-mode']) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return headers
}
