/** A pattern of `ignoreFiles`; nothing for one that is no regular expression, which Hugo reports and passes over. */
export function readPattern(pattern: string): RegExp | undefined {
  const [, flags = '', source = ''] = /^(?:\(\?([ims]+)\))?([\s\S]*)$/.exec(pattern) ?? []
  return tryRegExp(source, flags)
}

/** A regular expression; nothing for a source that is none. */
export function tryRegExp(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Whether the configuration leaves a file out, or a folder above it: Hugo asks with the whole path of each. */
export function isIgnored(path: string, patterns: readonly RegExp[]): boolean {
  if (patterns.length === 0) return false
  const parts = path.split('/')
  return parts.some((_, index) => {
    const place = `/${parts.slice(0, index + 1).join('/')}`
    return patterns.some((pattern) => pattern.test(place))
  })
}
