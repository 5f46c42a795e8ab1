/** The part of autocannon that the benchmarks use; the package has no types of its own. */
declare module 'autocannon' {
  export interface Options {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    /** Seconds until a request counts as failed. */
    timeout?: number
    headers?: Record<string, string>
    requests: {method: 'GET' | 'POST'; path: string; body?: string; headers?: Record<string, string>}[]
  }
  export interface Result {
    requests: {total: number}
    /** Milliseconds. */
    latency: {p50: number; p99: number}
    /** Seconds. */
    duration: number
    non2xx: number
    errors: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
