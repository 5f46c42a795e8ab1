import {createServer, type Server, type ServerResponse} from 'node:http'

/** Bare server-sent events: a GET subscribes, a POST sends its body to every subscriber as one shared buffer. */
export function fanOutServer(): Server {
  const subscribers = new Set<ServerResponse>()
  return createServer((request, response) => {
    if (request.method === 'GET') {
      response.writeHead(200, {'content-type': 'text/event-stream'}).write('event: welcome\ndata: {}\n\n')
      subscribers.add(response)
      response.on('close', () => subscribers.delete(response))
      return
    }
    void request.toArray().then((chunks: Buffer[]) => {
      const event = Buffer.from(`event: mutation\ndata: ${Buffer.concat(chunks).toString()}\n\n`)
      for (const subscriber of subscribers) subscriber.write(event)
      response.end('{}')
    })
  })
}
