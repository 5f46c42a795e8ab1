import {afterEach, expect, test} from 'vitest'
import {listen, type Listening} from './listen.ts'

const open: Listening[] = []
afterEach(async () => {
  for (const listening of open.splice(0)) await listening.close()
})

async function listenHere(port: number): Promise<Listening> {
  const listening = await listen(() => new Response('here'), {host: '127.0.0.1', port})
  open.push(listening)
  return listening
}

test('port 0 picks a free port, which then answers', async () => {
  const {port} = await listenHere(0)
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
})

test('a taken port is refused with the way out', async () => {
  const {port} = await listenHere(0)
  await expect(listenHere(port)).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
  )
})

test('a host that is none of this machine is refused', async () => {
  await expect(listen(() => new Response(), {host: '192.0.2.1', port: 0})).rejects.toThrow(
    'HOST is "192.0.2.1", which is no address of this machine.',
  )
})
