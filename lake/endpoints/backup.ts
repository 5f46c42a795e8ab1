import {archiveBackup, type BackupOptions} from '../backup/archiveBackup.ts'
import type {Endpoint} from './endpoint.ts'

/** `GET /backup`: the whole lake as a tar archive, for `lake/backup/cli.ts`. Not part of the hosted service. */
export function backupEndpoints(options: BackupOptions): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/backup',
      access: 'admin',
      handle: () =>
        new Response(ReadableStream.from(archiveBackup(options)), {headers: {'content-type': 'application/x-tar'}}),
    },
  ]
}
