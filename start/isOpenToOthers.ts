import {isLoopback} from './isLoopback.ts'
import type {Settings} from './settings.ts'

/**
 * Whether people of other machines can come: by another `HOST` than this machine's own, or through a proxy, which
 * `LECTERN_ORIGIN` announces.
 */
export function isOpenToOthers({host, publicOrigin}: Pick<Settings, 'host' | 'publicOrigin'>): boolean {
  return publicOrigin !== undefined || !isLoopback(host)
}
