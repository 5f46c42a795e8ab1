/**
 * Options that npm took for its own, since no `--` stood before them: `npm run seed ../site --dry-run` would import for real. npm tells
 * of them in the environment (https://docs.npmjs.com/cli/using-npm/config#environment-variables).
 * @param script The npm script that runs; in any other the environment may be that of a command around it.
 * @param names Without `--`.
 * @returns As they were written.
 */
export function swallowedOptions(script: string, names: readonly string[], env: NodeJS.ProcessEnv): string[] {
  if (env['npm_lifecycle_event'] !== script) return []
  return names.flatMap((name) => {
    const value = env[`npm_config_${name.replaceAll('-', '_')}`] ?? ''
    if (value === '' || value === 'false') return []
    return [value === 'true' ? `--${name}` : `--${name}=${value}`]
  })
}
