import {builtEnvironment} from '../config/environment.ts'
import {createPatientFetch} from './createPatientFetch.ts'
import {createStreams} from './createStreams.ts'
import {createStudioFetch} from './createStudioFetch.ts'
import {createStudioWebSocket} from './createStudioWebSocket.ts'
import {holdChange} from './heldChanges.ts'
import {untilOnline} from './untilOnline.ts'

const {hosted, projectId} = builtEnvironment()

if (!hosted) {
  // Silences the notice about HTTP/1.1: all event streams share one WebSocket, so nothing waits for a connection.
  localStorage.setItem('_sanity_debugProtocol', 'h2')
  const {origin} = location
  globalThis.WebSocket = createStudioWebSocket({origin, projectId}, globalThis.WebSocket)
  const streams = createStreams(() => new WebSocket(`${origin.replace(/^http/, 'ws')}/v1/streams`))
  const fetch = createPatientFetch({
    origin,
    fetch: globalThis.fetch.bind(globalThis),
    wait: untilOnline,
    hold: holdChange,
  })
  globalThis.fetch = createStudioFetch({origin, projectId, fetch, streams})
}
