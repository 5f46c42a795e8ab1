/** Resolves with the first of the signals; a second one then ends the process as usual. */
export function untilSignal(signals: readonly NodeJS.Signals[]): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const listener = (signal: NodeJS.Signals): void => {
      for (const each of signals) process.off(each, listener)
      resolve(signal)
    }
    for (const signal of signals) process.on(signal, listener)
  })
}
