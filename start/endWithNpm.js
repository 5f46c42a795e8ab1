/*
 * Ends what waits for SIGTERM when the shell has ended in which npm runs it: to be loaded with `node --import`. npm passes the signal to that shell
 * alone, and dash, which is `sh` on Debian, does not pass it on, so that Lectern went on with its port and its lake. Without npm a parent may end
 * for other reasons. Whoever does not listen is ending already, or ends by itself.
 */
const EVERY_MS = 250

const parent = process.ppid
if (process.env['npm_lifecycle_event'] !== undefined) {
  const watch = setInterval(() => {
    if (process.ppid === parent || process.listenerCount('SIGTERM') === 0) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, EVERY_MS).unref()
}
