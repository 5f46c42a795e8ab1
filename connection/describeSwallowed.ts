/**
 * What to say of options that npm took for its own, since no `--` stood before them: `npm run seed ../site --dry-run` would import for
 * real. npm tells of them in the environment (https://docs.npmjs.com/cli/using-npm/config#environment-variables).
 * @param script The npm script that runs; in any other the environment may be that of a command around it.
 * @param names Options of the script, without `--`.
 * @param positionals What else was written.
 * @returns Nothing when npm took none.
 */
export function describeSwallowed(
  script: string,
  names: readonly string[],
  positionals: readonly string[],
  env: NodeJS.ProcessEnv,
): string | undefined {
  const taken = env['npm_lifecycle_event'] === script ? names.flatMap((name) => asWritten(name, env)) : []
  if (taken.length === 0) return undefined
  const line = ['npm run', script, '--', ...positionals, ...taken].join(' ')
  return `npm took ${taken.join(' ')} for itself, so nothing was done: write "${line}"`
}

function asWritten(name: string, env: NodeJS.ProcessEnv): string[] {
  const value = env[`npm_config_${name.replaceAll('-', '_')}`] ?? ''
  if (value === '' || value === 'false') return []
  return [value === 'true' ? `--${name}` : `--${name}=${value}`]
}
