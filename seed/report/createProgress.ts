import cliProgress from 'cli-progress'

/** How far an import is. */
export interface Progress {
  /** Counts of pages. */
  update(done: number, total: number): void
  stop(): void
}

/**
 * A bar on a terminal; nothing where the output goes to a file. It changes no setting of the terminal: whoever ends the import
 * with Ctrl-C would keep one without a cursor, which cuts long lines off.
 */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return {update() {}, stop() {}}
  const bar = new cliProgress.SingleBar({
    format: 'pages {bar} {value}/{total}',
    hideCursor: false,
    linewrap: true,
    stream,
  })
  let started = false
  return {
    update(done, total) {
      if (!started) bar.start(total, 0)
      started = true
      bar.update(done)
    },
    stop() {
      bar.stop()
    },
  }
}
