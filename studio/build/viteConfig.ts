import {join} from 'node:path'
import type {InlineConfig, Plugin} from 'vite'

/** What the Studio's page may know of the environment, baked in when it is built. */
export const STUDIO_VARIABLES = ['SANITY_STUDIO_PROJECT_ID', 'SANITY_STUDIO_DATASET'] as const

/** The Studio as a small Vite app of its own, for build and development alike. */
export function viteConfig(projectDir: string, mode: 'production' | 'development'): InlineConfig {
  const variables = STUDIO_VARIABLES.map((name) => [`process.env.${name}`, JSON.stringify(process.env[name] ?? '')])
  return {
    configFile: false,
    root: join(projectDir, 'studio/boot'),
    base: '/studio/',
    mode,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    cacheDir: join(projectDir, 'node_modules/.vite/studio'),
    plugins: [withoutRemoteFonts()],
    resolve: {dedupe: ['react', 'react-dom', 'sanity', 'styled-components']},
    define: {
      ...Object.fromEntries(variables),
      'process.env.NODE_ENV': JSON.stringify(mode),
      'process.env.MODE': JSON.stringify(mode),
    },
  }
}

/** Takes fonts that would be fetched from another host out of the style sheets of Sanity's packages. */
function withoutRemoteFonts(): Plugin {
  return {
    name: 'lectern:without-remote-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.css(\?|$)/.test(id) || !/url\(["']?https:/.test(code)) return undefined
      return {code: code.replaceAll(/@font-face\s*\{[^}]*url\(["']?https:[^}]*\}/g, ''), map: null}
    },
  }
}
