import {setFlagsFromString} from 'node:v8'

/**
 * Keeps V8's young generation from growing to some hundred megabytes, which a server that parses much JSON never gives back: a third of the
 * memory, for a few percent of the time. To be called before anything is loaded.
 */
export function boundMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
