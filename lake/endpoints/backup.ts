import {archiveBackup, type BackupOptions} from '../backup/archiveBackup.ts'
import type {Endpoint} from './endpoint.ts'

/** `GET /backup`: the whole lake as a tar archive, for `lake/backup/cli.ts`. Not part of the hosted service. */
export function backupEndpoints(options: BackupOptions): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/backup',
      access: 'admin',
      async handle() {
        const chunks = archiveBackup(options)
        // What cannot be copied, e.g. to a full disk, is an answer and not an archive that breaks off.
        const {value} = await chunks.next()
        return new Response(streamOf(value ?? Buffer.of(), chunks), {headers: {'content-type': 'application/x-tar'}})
      },
    },
  ]
}

/** Reads on as the client does; a client that leaves gives the archive up. */
function streamOf(first: Uint8Array, chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const {done, value} = await chunks.next()
      if (done === true) controller.close()
      else if (value.byteLength > 0) controller.enqueue(value)
      else await this.pull?.(controller)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}
