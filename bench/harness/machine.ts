import {arch, cpus, loadavg, platform, release, totalmem} from 'node:os'

export interface Machine {
  processor: string
  cores: number
  memoryGiB: number
  system: string
  node: string
  /** Load average of the last minute: figures taken under load are low bounds, ratios hold. */
  load: number
}

/** What the figures were measured on. */
export function machine(): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}
