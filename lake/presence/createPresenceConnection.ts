import type {JsonObject, JsonValue} from '../document.ts'
import {isObject} from '../isObject.ts'
import type {PresenceHub, PresenceMember} from './createPresenceHub.ts'

/** One connection's side of the protocol: text frames in, text frames out. */
export interface PresenceConnection {
  receive(text: string): void
  close(): void
}

export interface PresenceConnectionOptions {
  hub: PresenceHub
  /** The user of the cookie that the socket came with, if any. */
  userId: string | undefined
  /** The user of an `Authorization` header's value: browsers with a token send it as the first message. */
  authorize(header: string): string | undefined
  createId: () => string
  send: (text: string) => void
}

const errors = {
  parse: {code: -32700, message: 'Parse error'},
  invalid: {code: -32600, message: 'Invalid request'},
  unknown: {code: -32601, message: 'Method not found'},
  params: {code: -32602, message: 'Invalid params'},
  unauthorized: {code: -32000, message: 'Unauthorized'},
} satisfies Record<string, JsonValue>

/** Subscriptions that one connection may hold: the Studio needs one. */
const maxSubscriptions = 32

/** The Studio's presence protocol: JSON-RPC 2.0 in text frames, as `@sanity/bifur-client` speaks it. */
export function createPresenceConnection(options: PresenceConnectionOptions): PresenceConnection {
  const {hub, send, createId} = options
  const subscriptions = new Set<string>()
  let member: PresenceMember | undefined

  const push = (event: JsonValue): void => {
    for (const subscription of subscriptions) {
      const params = {subscription, result: event}
      send(JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params}))
    }
  }
  const become = (userId: string): void => {
    if (member !== undefined) hub.leave(member)
    member = {userId, send: push}
    hub.join(member)
  }
  if (options.userId !== undefined) become(options.userId)

  const methods: Record<string, (self: PresenceMember, params: JsonObject) => JsonValue | undefined> = {
    presence_rollcall: (self, {session}) => (isText(session) ? (hub.rollCall(self, session), true) : undefined),
    presence_announce: (self, {data}) => {
      if (!isObject(data)) return undefined
      hub.announce(self, data, isText(data['sessionId']) ? data['sessionId'] : undefined)
      return true
    },
    presence_disconnect: (self, {session}) => (isText(session) ? (hub.disconnect(self, session), true) : undefined),
    presence_subscribe: () => {
      if (subscriptions.size >= maxSubscriptions) return undefined
      const id = createId()
      subscriptions.add(id)
      return id
    },
    presence_unsubscribe: (_self, {subscriptionId}) =>
      isText(subscriptionId) ? (subscriptions.delete(subscriptionId), true) : undefined,
  }

  const answer = ({method, params}: JsonObject): {result: JsonValue} | {error: JsonValue} => {
    const given = isObject(params) ? params : {}
    if (method === 'authorization') {
      const userId = isText(given['authorization']) ? options.authorize(given['authorization']) : undefined
      if (userId === undefined) return {error: errors.unauthorized}
      become(userId)
      return {result: true}
    }
    const run = isText(method) && Object.hasOwn(methods, method) ? methods[method] : undefined
    if (run === undefined) return {error: errors.unknown}
    if (member === undefined) return {error: errors.unauthorized}
    const result = run(member, given)
    return result === undefined ? {error: errors.params} : {result}
  }

  return {
    receive(text) {
      const message = parse(text)
      if (!isObject(message)) {
        send(JSON.stringify({jsonrpc: '2.0', id: null, error: message === undefined ? errors.parse : errors.invalid}))
        return
      }
      send(JSON.stringify({jsonrpc: '2.0', id: message['id'] ?? null, ...answer(message)}))
    },
    close() {
      if (member !== undefined) hub.leave(member)
      member = undefined
    },
  }
}

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string' && value.length <= 1024

function parse(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
