import {ensureTestPrograms} from './chromium.ts'

/** vitest's global set-up: what the tests need besides npm packages. */
export function setup(): void {
  ensureTestPrograms()
}
