import {execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {type Browser, chromium} from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const KOREAN_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of an installed Chromium: `CHROMIUM_PATH`, else the first known name on PATH. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = [
    process.env['CHROMIUM_PATH'],
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
  ]
  return candidates.find((path) => path !== undefined && existsSync(path))
}

/**
 * Makes sure that the browser tests can run: as root on Debian it installs Debian's Chromium, a Korean font and Hugo,
 * which the tests ask what a page would show.
 * @throws Error with the one line to type where it may not install.
 */
export function ensureTestPrograms(): void {
  const missing = [
    ...(findChromium() === undefined ? ['chromium'] : []),
    ...(findChromium() === undefined && !existsSync(KOREAN_FONT) ? ['fonts-noto-cjk'] : []),
    ...(findOnPath('hugo') === undefined ? ['hugo'] : []),
  ]
  if (missing.length === 0) return
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) return installFromDebian(missing)
  if (missing.includes('chromium'))
    throw new Error(
      `The browser tests need Chromium. Install it (Debian: sudo apt-get install ${missing.join(' ')}) or set CHROMIUM_PATH.`,
    )
}

/** Path of a program on PATH. */
function findOnPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

function installFromDebian(packages: readonly string[]): void {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
  execFileSync('apt-get', ['update', '-qq'], {env, stdio: ['ignore', 'ignore', 'inherit']})
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Starts a headless Chromium that speaks to nobody but the pages under test. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium found; the test set-up should have said so.')
  return chromium.launch({executablePath, args: FLAGS})
}
